import { Inconclusive } from '../../engine/errors.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { isStatus, type OperationStatus } from '../../model/lifecycle.js';
import { Batch } from './_batch.js';

/** Actions of one case, as gets show them. */
export interface Shown extends Pick<Batch, 'by' | 'text'> {
  readonly actions: readonly [Action, ...Action[]];
}

/**
 * Actions in as many statuses as the target lets the kit bring them to. Throws {@link Inconclusive} when a get does not show what a
 * filter can find them by: that has been lost on the way in, and the filter is not to blame.
 */
export async function inEveryStatus(world: World): Promise<Shown> {
  const batch = new Batch(world, "it's");
  const first = await shown(world, batch, (await batch.add()).id);
  const others: readonly OperationStatus[] = world.profile.features.update.offered
    ? ['Running', 'Completed', 'Failed']
    : [];
  const moved = others.map(async (status) => {
    const { id } = await batch.add();
    // What comes of it is read: a server that moves actions by itself may have been faster.
    await world.update(id, statusPatch(status));
    return shown(world, batch, id);
  });
  const actions = [first, ...(await Promise.all(moved))] as const;
  return { actions, by: batch.by, text: batch.text };
}

async function shown(world: World, { by, text }: Batch, id: string): Promise<Action> {
  const reply = await world.get(id);
  const action = world.entity(reply, 200);
  if (action[by] !== text) throw new Inconclusive(`a get does not show the ${by} that was sent`, reply.exchange);
  if (!isStatus(action.status)) throw new Inconclusive('a get shows no status', reply.exchange);
  return action;
}
