import { mutant } from '../../selftest/mutant.js';
import { tooLong } from '../../selftest/mutants/http/headers.js';
import { refused } from '../../selftest/server/refused.js';

export const mutants = [
  mutant('HTTP-16', 'a huge body ends in an error of the server', { fetch: tooLong(refused(500)) }),
];
