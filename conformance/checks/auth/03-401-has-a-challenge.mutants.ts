import { mutant } from '../../selftest/mutant.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('AUTH-3', 'a 401 comes without a challenge', {
    fetch: editHeaders(on('any', 401), (headers) => headers.delete('www-authenticate')),
  }),
  mutant('AUTH-3', 'only a missing token is answered with a challenge', {
    fetch: editHeaders(on('any', 401), (headers, { request }) => {
      if (request.headers.has('authorization')) headers.delete('www-authenticate');
    }),
  }),
];
