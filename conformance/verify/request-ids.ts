import { requestId, requestSource } from '../engine/http/request-id.js';
import type { ExchangeLine } from '../record/lines.js';

/** A given token in a request. */
const tokenName = /\$(SECURITY_ACTIONS_[A-Z_]*?TOKEN)/;

/**
 * What a request says about itself that its place in the record contradicts: its `client-request-id` names the run, the world and the
 * number of the request, and its token is one of those that the header names.
 */
export function requestContradictions(
  { number, world, phase, request: { headers } }: ExchangeLine,
  run: string | undefined,
  secrets: ReadonlySet<string>,
): readonly string[] {
  const id = headers['client-request-id'] ?? '';
  const source = requestSource(id);
  const label = phase === 'beside' ? 'connection' : world;
  // The other requests are compared with those of the run that is played again.
  const isCompared = source ?? phase === 'beside';
  const expected = isCompared ? requestId({ run: run ?? source?.run ?? '', label, number }) : undefined;
  const [, token] = tokenName.exec(headers.authorization ?? '') ?? [];
  return [
    ...(expected === undefined || expected === id
      ? []
      : [`request ${number}: expected the client-request-id ${expected}, received ${id === '' ? 'none' : id}`]),
    ...(token === undefined || secrets.has(token)
      ? []
      : [`request ${number} has $${token}, which the header does not name`]),
  ];
}
