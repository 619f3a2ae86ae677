import { mutant } from '../../selftest/mutant.js';
import { remove } from '../../selftest/mutants/http/headers.js';
import type { Difference } from '../../selftest/server/difference.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

/** Returns the first `client-request-id` in all responses. */
function returnsFirstId(): Difference {
  let first: string | null = null;
  return {
    fetch: editHeaders(on('any'), (headers, { request }) => {
      first ??= request.headers.get('client-request-id');
      if (first !== null && request.headers.has('client-request-id')) headers.set('client-request-id', first);
    }),
  };
}

export const mutants = [
  mutant('HTTP-2', 'error responses do not return client-request-id', {
    fetch: remove(on('any', 'rejection'), 'client-request-id'),
  }),
  mutant('HTTP-2', 'cancel does not return client-request-id', { fetch: remove(on('cancel'), 'client-request-id') }),
  mutant('HTTP-2', 'client-request-id is the request-id of the server', {
    fetch: editHeaders(on('any'), (headers) => headers.set('client-request-id', headers.get('request-id') ?? '')),
  }),
  mutant('HTTP-2', 'client-request-id is the first one that was ever sent', returnsFirstId),
];
