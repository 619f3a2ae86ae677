import type { Exchange } from '../../../engine/evidence/exchange.js';
import { isObject, parsedBody } from '../../../engine/evidence/reply.js';

/** The id and the status of the action that a response shows; `undefined` for anything else. */
export function shownAction({ response }: Exchange): { readonly id: string; readonly status: string } | undefined {
  if (!response || response.status >= 300) return undefined;
  const { body } = parsedBody(response);
  if (!isObject(body)) return undefined;
  const { id, status } = body;
  return typeof id === 'string' && typeof status === 'string' ? { id, status } : undefined;
}
