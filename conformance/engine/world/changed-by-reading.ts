import { ownProgress } from '../../model/property-groups.js';
import { differing } from '../../model/shown-action.js';
import type { World } from './world.js';

/**
 * The properties that a second get of a new action shows differently from the first, without those that change because the action has
 * moved by itself. Only a SHOULD says that reads change nothing (SURFACE-12), so no MUST may fail because of them.
 */
export async function changedByReading(world: World): Promise<readonly string[]> {
  const { id } = await world.action();
  const first = await world.read(id);
  const second = await world.read(id);
  const names = differing(second, first);
  return first.status === second.status ? names : names.filter((name) => !ownProgress.includes(name));
}
