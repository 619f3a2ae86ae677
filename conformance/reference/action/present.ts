import type { StoredAction } from './action.js';

/** The entity in a response: every documented property (RESOURCE-15), or the selected properties and the key (GET-5, LIST-21). */
export function present(action: StoredAction, select?: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  if (!select) return { ...action };
  return Object.fromEntries(Object.entries(action).filter(([name]) => name === 'id' || select.has(name)));
}
