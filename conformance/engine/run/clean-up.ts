import { isFinalStatus } from '../../model/lifecycle.js';
import { pathSegment } from '../evidence/paths.js';
import type { Observations } from '../judge/observation.js';

/** The ids of actions that the writer created in these exchanges and that were unfinished when last shown. */
export function leftUnfinished(seen: readonly Observations[]): ReadonlySet<string> {
  const unfinished = new Set<string>();
  const created = new Set<string>();
  for (const { exchange: { exchange } = {}, actions } of seen) {
    if (!exchange) continue;
    for (const { action } of actions) {
      const id = String(action.id);
      if (exchange.operation === 'create' && exchange.caller === 'writer') created.add(id);
      if (!created.has(id)) continue;
      if (isFinalStatus(action.status)) unfinished.delete(id);
      else unfinished.add(id);
    }
    if (exchange.operation !== 'cancel' || !exchange.response || exchange.response.status >= 300) continue;
    for (const id of unfinished) if (exchange.request.url.includes(`/${pathSegment(id)}/`)) unfinished.delete(id);
  }
  return unfinished;
}
