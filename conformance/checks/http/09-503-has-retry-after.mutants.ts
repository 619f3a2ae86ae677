import { mutant } from '../../selftest/mutant.js';
import { tooLong } from '../../selftest/mutants/http/headers.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

export const mutants = [
  mutant('HTTP-9', 'a 503 response has no Retry-After header', { fetch: tooLong(rejectWith(503)) }),
];
