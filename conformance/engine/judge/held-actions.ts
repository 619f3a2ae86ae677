import { compactBodyOf } from '../evidence/compact-body.js';
import { CompactValue } from '../evidence/compact-value.js';
import type { Observations, SeenAction } from './observation.js';

/** Characters of large bodies whose actions stay in memory until the timelines of an input are judged. */
const mostCharacters = 8_388_608;

/**
 * Bounds what an input holds of the actions in large bodies: beyond that, their large members are compressed. A standard run against a
 * usual target has no such input.
 */
export class HeldActions {
  #characters = 0;

  /** What is kept of what an exchange shows, until the timelines are judged. */
  keep({ exchange, actions }: Observations): Observations {
    const response = exchange?.exchange.response;
    const length = (response && compactBodyOf(response)?.length) ?? 0;
    this.#characters += length;
    const isBeyond = length > 0 && this.#characters > mostCharacters;
    return { exchange, actions: isBeyond ? actions.map(compact) : actions };
  }
}

/** The same with its large members compressed; an action without any as it is, because an object with getters takes more memory. */
function compact(seen: SeenAction): SeenAction {
  const large = Object.entries(seen.action).flatMap(([name, value]) => {
    if (typeof value !== 'object' && typeof value !== 'string') return [];
    const kept = new CompactValue(value);
    return kept.isCompressed ? [[name, kept] as const] : [];
  });
  if (large.length === 0) return seen;
  const action = { ...seen.action };
  for (const [name, kept] of large) Object.defineProperty(action, name, { enumerable: true, get: () => kept.value });
  return { ...seen, action };
}
