import { mutant } from '../../selftest/mutant.js';
import { tooLong } from '../../selftest/mutants/http/headers.js';
import { refused } from '../../selftest/server/refused.js';

export const mutants = [
  mutant(
    'HTTP-9',
    'a huge body is too much for the service, which does not say how long',
    { fetch: tooLong(refused(503)) },
    { alsoFails: ['HTTP-16'] },
  ),
];
