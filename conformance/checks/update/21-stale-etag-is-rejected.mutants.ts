import { mutant } from '../../selftest/mutant.js';
import { bodyOf, doneBeforeRejected, isPatch, withBody } from '../../selftest/mutants/changes.js';
import { editStatus, type Json, on } from '../../selftest/server/wire.js';

function withoutTag(request: Request, body: Json): Request {
  const headers = new Headers(request.headers);
  headers.delete('if-match');
  return withBody(new Request(request.clone(), { headers }), body);
}

export const mutants = [
  mutant('UPDATE-21', 'PATCH ignores If-Match', {
    behaviour: { checkPrecondition: () => undefined },
    declared: { offers: ['etag'] },
  }),
  mutant('UPDATE-21', 'PATCH rejects a stale entity tag with 409', { fetch: editStatus(on('update', 412), 409) }),
  mutant('UPDATE-21', 'PATCH ignores If-Match when the status is sent', {
    fetch: (inner) => async (request) => {
      const { status } = isPatch(request) ? await bodyOf(request) : {};
      if (status === undefined) return inner(request);
      const headers = new Headers(request.headers);
      headers.delete('if-match');
      return inner(new Request(request, { headers }));
    },
  }),
  mutant(
    'UPDATE-21',
    'PATCH stores the change before it compares the entity tag',
    doneBeforeRejected(async (request) => {
      const tag = isPatch(request) && request.headers.get('if-match');
      const body = await bodyOf(request);
      return tag && body.actionReason === 'Sent with a stale tag' ? withoutTag(request, body) : undefined;
    }),
  ),
];
