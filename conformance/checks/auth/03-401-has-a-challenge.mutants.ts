import { mutant } from '../../selftest/mutant.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('AUTH-3', 'a 401 response has no WWW-Authenticate header', {
    fetch: editHeaders(on('any', 401), (headers) => headers.delete('www-authenticate')),
  }),
  mutant('AUTH-3', 'a 401 response to a wrong token has no WWW-Authenticate header', {
    fetch: editHeaders(on('any', 401), (headers, { request }) => {
      if (request.headers.has('authorization')) headers.delete('www-authenticate');
    }),
  }),
];
