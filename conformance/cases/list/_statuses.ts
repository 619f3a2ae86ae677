import { type Action, statusPatch, type World } from '../../kit/world.js';
import type { OperationStatus } from '../../lifecycle/model.js';

/** Actions in as many statuses as the target lets the kit bring them to, all with this `clientContext`, as a get shows them. */
export async function inEveryStatus(world: World, context: string): Promise<readonly [Action, ...Action[]]> {
  const make = () => world.action({ body: world.body({ clientContext: context }) });
  const first = await make();
  if (!world.profile.features.update.offered) return [first];
  const others: readonly OperationStatus[] = ['Running', 'Completed', 'Failed'];
  const moved = others.map(async (status) => {
    const { id } = await make();
    // What comes of it is read: a server that moves actions by itself may have been faster.
    await world.update(id, statusPatch(status));
    return world.read(id);
  });
  return [first, ...(await Promise.all(moved))];
}
