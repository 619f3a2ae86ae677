import type { ObservedObject } from '../../engine/evidence/reply.js';
import { type Action, elementsOf, type World } from '../../engine/world/world.js';
import { queryFor } from '../list/_own-actions.js';

/** The action as the list shows it now; `undefined` if the list does not show it, for example because it is behind. */
export async function findInList(world: World, action: Action): Promise<ObservedObject | undefined> {
  const { clientContext: text } = action;
  const query = typeof text === 'string' ? queryFor(world, 'clientContext', text) : {};
  return elementsOf(await world.recentPages({ query }, [action.id])).find(({ id }) => id === action.id);
}
