import { Inconclusive } from '../../engine/errors.js';
import type { World } from '../../engine/world/world.js';
import { instant } from '../../model/instant.js';
import { Batch } from './_batch.js';
import { type Own, own } from './_own-actions.js';

/** At least four actions whose `createdDateTime` are not all the same; how many it takes depends on the target's clock. */
export async function spacedActions(world: World): Promise<Own> {
  const batch = new Batch(world);
  const { actions } = batch;
  const another = async () => {
    await batch.add();
    return new Set(actions.map(({ createdDateTime }) => instant(createdDateTime))).size;
  };
  for (let made = 1; made < 4; made++) await batch.add();
  const times = await world.eventually(another, (different) => different >= 2);
  if (times < 2) throw new Inconclusive('all actions made for this case have the same createdDateTime');
  return own(world, batch);
}
