import { differing } from '../../model/shown-action.js';
import type { World } from './world.js';

/** What a target may change when an action moves by itself. */
export const ownProgress: readonly string[] = [
  'status',
  'states',
  'lastActionDateTime',
  'completedDateTime',
  'errorInfo',
];

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
