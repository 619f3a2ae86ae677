import { mutant } from '../../selftest/mutant.js';
import { remove, set } from '../../selftest/mutants/http/headers.js';
import { on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('HTTP-3', 'a 401 response has no Date header', { fetch: remove(on('any', 401), 'date') }),
  mutant('HTTP-3', 'the Date header of a list is not an HTTP date', {
    fetch: set(on('list'), 'date', '2019-01-10T12:23:23Z'),
  }),
];
