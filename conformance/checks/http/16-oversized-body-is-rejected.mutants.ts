import { mutant } from '../../selftest/mutant.js';
import { tooLong } from '../../selftest/mutants/http/headers.js';
import { refused } from '../../selftest/server/refused.js';

export const mutants = [mutant('HTTP-16', 'an oversized body returns 500', { fetch: tooLong(refused(500)) })];
