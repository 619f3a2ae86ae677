import type { Action } from './action.js';

/** An action as a client sees it: every documented property (RESOURCE-15), or the selected ones and always the key (GET-5, LIST-21). */
export function present(action: Action, select?: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  if (!select) return { ...action };
  return Object.fromEntries(Object.entries(action).filter(([name]) => name === 'id' || select.has(name)));
}
