import { mutant } from '../../selftest/mutant.js';
import { operationOf } from '../../selftest/server/operation.js';
import { editRequest } from '../../selftest/server/wire.js';

/** A server that reads a PATCH with one of these media types as JSON. */
function takesAsJson(accepts: (type: string) => boolean) {
  return editRequest(
    ({ request }) => operationOf(request) === 'update' && accepts(request.headers.get('content-type') ?? ''),
    (request) => {
      const headers = new Headers(request.headers);
      headers.set('content-type', 'application/json');
      return new Request(request, { headers });
    },
  );
}

export const mutants = [
  mutant('UPDATE-22', 'PATCH accepts text/plain as JSON', { fetch: takesAsJson((type) => type === 'text/plain') }),
  mutant('UPDATE-22', 'PATCH does not check the media type', {
    fetch: takesAsJson((type) => type !== ''),
  }),
];
