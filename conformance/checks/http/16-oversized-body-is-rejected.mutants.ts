import { mutant } from '../../selftest/mutant.js';
import { tooLong } from '../../selftest/mutants/http/headers.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

export const mutants = [mutant('HTTP-16', 'an oversized body returns 500', { fetch: tooLong(rejectWith(500)) })];
