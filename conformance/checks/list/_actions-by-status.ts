import { Inconclusive } from '../../engine/errors.js';
import { together } from '../../engine/world/together/together.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { isStatus, type OperationStatus } from '../../model/lifecycle.js';
import { Batch } from './_batch.js';

/** The actions of one case in several statuses, as gets show them. */
export interface ActionsByStatus extends Pick<Batch, 'property' | 'text'> {
  readonly actions: readonly [Action, ...Action[]];
}

/**
 * Creates actions in as many statuses as the target supports, and reads them.
 *
 * @throws Inconclusive if a get does not show the property that a filter needs to find the actions. The value was then lost before
 * the filter was evaluated.
 */
export async function createInEveryStatus(world: World): Promise<ActionsByStatus> {
  const batch = new Batch(world, "it's");
  const [first, ...others] = await addInEveryStatus(world, batch);
  const marked = (id: string) => readMarked(world, batch, id);
  const [shown, ...further] = await together([marked(first), ...others.map(marked)]);
  return { actions: [shown, ...further], property: batch.property, text: batch.text };
}

/** Adds such actions to the batch; returns their ids. */
export async function addInEveryStatus(world: World, batch: Batch): Promise<readonly [string, ...string[]]> {
  const first = await batch.add();
  const others: readonly OperationStatus[] = world.profile.features.update.offered
    ? ['Running', 'Completed', 'Failed']
    : [];
  const moved = others.map(async (status) => {
    const { id } = await batch.add();
    // The response is not checked: a server that moves actions by itself may have set another status already.
    await world.update(id, statusPatch(status));
    return id;
  });
  return [first.id, ...(await together(moved))];
}

async function readMarked(world: World, { property, text }: Batch, id: string): Promise<Action> {
  const reply = await world.get(id);
  const action = world.entity(reply);
  if (action[property] !== text)
    throw new Inconclusive(`a get does not show the ${property} that was sent`, reply.exchange);
  if (!isStatus(action.status)) throw new Inconclusive('a get shows no status', reply.exchange);
  return action;
}
