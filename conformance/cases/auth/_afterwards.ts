import { member, type Reply } from '../../kit/reply.js';
import type { Action, World } from '../../kit/world.js';

/** An action after something was refused about it. */
export interface Afterwards {
  readonly after: Reply;
  /** Members in which it may differ, as the target itself may have moved it meanwhile. */
  readonly mayDiffer: readonly string[];
}

/** Reads an action again of which nothing should have changed. */
export async function afterwards(world: World, before: Action): Promise<Afterwards> {
  const after = await world.get(before.id);
  const moved = member(after.body, 'status') !== before.status && (await world.movesByItself());
  return { after, mayDiffer: moved ? ['status', 'states'] : [] };
}
