import { mutant } from '../../selftest/mutant.js';
import { tooLong } from '../../selftest/mutants/http/headers.js';
import { rejectWith } from '../../selftest/server/refused.js';

export const mutants = [mutant('HTTP-16', 'an oversized body returns 500', { fetch: tooLong(rejectWith(500)) })];
