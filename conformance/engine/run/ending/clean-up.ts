import { isFinalStatus } from '../../../model/lifecycle.js';
import type { Caller } from '../../evidence/exchange.js';
import { idOfEmptyCreate } from '../../evidence/lenient.js';
import { actionIdIn } from '../../evidence/paths.js';
import type { Observations } from '../../judge/observation.js';

/** The ids of actions that these exchanges created and that were unfinished when last shown, and who created each. */
export function leftUnfinished(seen: readonly Observations[]): ReadonlyMap<string, Caller> {
  const unfinished = new Map<string, Caller>();
  noteUnfinished(unfinished, seen);
  return unfinished;
}

/**
 * Adds the actions that these exchanges created and left unfinished, and removes those that they ended. A list may be behind, so that it
 * says nothing about actions that others created.
 */
export function noteUnfinished(unfinished: Map<string, Caller>, seen: readonly Observations[]): void {
  const created = new Map<string, Caller>();
  for (const { exchange: { exchange } = {}, actions } of seen) {
    if (!exchange) continue;
    const { operation, caller, response } = exchange;
    const located = actions.length === 0 ? idOfEmptyCreate(exchange) : undefined;
    if (located !== undefined) unfinished.set(located, caller);
    for (const { action } of actions) {
      const id = String(action.id);
      if (operation === 'create' && !created.has(id)) created.set(id, caller);
      const creator = created.get(id) ?? (operation === 'list' ? undefined : unfinished.get(id));
      if (creator === undefined) continue;
      if (isFinalStatus(action.status)) unfinished.delete(id);
      else unfinished.set(id, creator);
    }
    if (operation !== 'cancel' || !response || response.status >= 300) continue;
    const id = actionIdIn(exchange.request.url);
    if (id !== undefined) unfinished.delete(id);
  }
}
