import type { FetchHandler } from '../../engine/http/transport/handler.js';
import { mutant } from '../../selftest/mutant.js';
import { noContent, respondsTo } from '../../selftest/mutants/surface/methods.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

const qualified = /\/microsoft\.graph\.cancelSecurityAction$/;

/** Responds with 204 to what the caller may cancel, and cancels nothing. */
async function cancelsNothing(request: Request, inner: FetchHandler): Promise<Response> {
  const path = request.url.replace(/\/[^/]+$/, '');
  const { headers } = request;
  // A cancel of an unknown action shows what the caller may do, and a get whether the caller sees the action.
  const allowed = await inner(new Request(`${path}0/cancelSecurityAction`, { method: 'POST', headers }));
  if (allowed.status !== 404) return allowed;
  const shown = await inner(new Request(path, { headers }));
  return shown.ok ? noContent(request) : shown;
}

export const mutants = [
  mutant('SURFACE-11', 'the qualified cancel is not routed', respondsTo('POST', qualified, rejectWith(404))),
  mutant(
    'SURFACE-11',
    'the qualified cancel responds with 204 but does nothing',
    respondsTo('POST', qualified, cancelsNothing),
  ),
];
