import { mutant } from '../../selftest/mutant.js';
import { remove } from '../../selftest/mutants/http/headers.js';
import { on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('HTTP-1', 'error responses have no request-id', { fetch: remove(on('any', 'rejection'), 'request-id') }),
  mutant('HTTP-1', 'a 204 response has no request-id', { fetch: remove(on('any', 204), 'request-id') }),
  mutant('HTTP-1', 'a 404 response has no request-id', {
    fetch: remove(on('any', 404), 'request-id'),
  }),
];
