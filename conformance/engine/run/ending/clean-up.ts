import { isFinalStatus } from '../../../model/lifecycle.js';
import type { Caller, Exchange } from '../../evidence/exchange.js';
import { locatedId } from '../../evidence/lenient.js';
import { pathSegment } from '../../evidence/paths.js';
import type { Observations } from '../../judge/observation.js';

/** The ids of actions that these exchanges created and that were unfinished when last shown, and who created each. */
export function leftUnfinished(seen: readonly Observations[]): ReadonlyMap<string, Caller> {
  const unfinished = new Map<string, Caller>();
  const created = new Map<string, Caller>();
  for (const { exchange: { exchange } = {}, actions } of seen) {
    if (!exchange) continue;
    const located = actions.length === 0 ? idOfEmptyCreate(exchange) : undefined;
    if (located !== undefined) unfinished.set(located, exchange.caller);
    for (const { action } of actions) {
      const id = String(action.id);
      if (exchange.operation === 'create' && !created.has(id)) created.set(id, exchange.caller);
      const caller = created.get(id);
      if (caller === undefined) continue;
      if (isFinalStatus(action.status)) unfinished.delete(id);
      else unfinished.set(id, caller);
    }
    if (exchange.operation !== 'cancel' || !exchange.response || exchange.response.status >= 300) continue;
    for (const id of unfinished.keys())
      if (exchange.request.url.includes(`/${pathSegment(id)}/`)) unfinished.delete(id);
  }
  return unfinished;
}

/** The id of an action that a create made without showing it, as with `Prefer: return=minimal`. */
function idOfEmptyCreate({ operation, response }: Exchange): string | undefined {
  if (operation !== 'create' || !response || response.status >= 300) return undefined;
  return locatedId(response.headers.get('location') ?? response.headers.get('odata-entityid'));
}
