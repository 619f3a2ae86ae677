import { mutant } from '../../selftest/mutant.js';
import { operationOf } from '../../selftest/server/operation.js';
import { editRequest } from '../../selftest/server/wire.js';

/** A PATCH under these media types counts as JSON. */
function takesAsJson(forgiven: (type: string) => boolean) {
  return editRequest(
    ({ request }) => operationOf(request) === 'update' && forgiven(request.headers.get('content-type') ?? ''),
    (request) => {
      const headers = new Headers(request.headers);
      headers.set('content-type', 'application/json');
      return new Request(request, { headers });
    },
  );
}

export const mutants = [
  mutant('UPDATE-22', 'text/plain is taken for JSON', { fetch: takesAsJson((type) => type === 'text/plain') }),
  mutant('UPDATE-22', 'an update does not look at the media type', {
    fetch: takesAsJson((type) => type !== ''),
  }),
];
