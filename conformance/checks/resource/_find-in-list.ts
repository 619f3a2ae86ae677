import type { ObservedObject } from '../../engine/evidence/reply.js';
import { type Action, elementsOf, type World } from '../../engine/world/world.js';

/** The action as the list shows it now; `undefined` if the list does not show it, for example because it is behind. */
export async function findInList(world: World, action: Action): Promise<ObservedObject | undefined> {
  const context = action.clientContext;
  const filtered = world.profile.features.filter.properties?.includes('clientContext') && typeof context === 'string';
  const query = filtered ? { $filter: `clientContext eq '${context.replaceAll("'", "''")}'` } : undefined;
  return elementsOf(await world.recentPages({ query }, [action.id])).find(({ id }) => id === action.id);
}
