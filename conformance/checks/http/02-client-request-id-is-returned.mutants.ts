import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { remove } from '../../selftest/mutants/http/headers.js';
import { editHeaders, on } from '../../selftest/server/wire.js';

/** Every client of these is told the id that the first of them sent. */
function firstIdSticks(): Difference {
  let first: string | null = null;
  return {
    fetch: editHeaders(on('any'), (headers, { request }) => {
      first ??= request.headers.get('client-request-id');
      if (first !== null && request.headers.has('client-request-id')) headers.set('client-request-id', first);
    }),
  };
}

export const mutants = [
  mutant('HTTP-2', 'refusals do not echo the id of the client', {
    fetch: remove(on('any', 'refusal'), 'client-request-id'),
  }),
  mutant('HTTP-2', 'a cancel does not echo the id of the client', { fetch: remove(on('cancel'), 'client-request-id') }),
  mutant('HTTP-2', "the server's own id is sent as the client's", {
    fetch: editHeaders(on('any'), (headers) => headers.set('client-request-id', headers.get('request-id') ?? '')),
  }),
  mutant('HTTP-2', 'the first id of a client sticks', firstIdSticks),
];
