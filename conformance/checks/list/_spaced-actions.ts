import { Inconclusive } from '../../engine/errors.js';
import type { World } from '../../engine/world/world.js';
import { instant } from '../../model/instant.js';
import { Batch } from './_batch.js';
import { type OwnActions, ownActionsOf } from './_own-actions.js';

/** After this many milliseconds a clock that counts in seconds shows another time, however soon the effects of writes show. */
const secondsMs = 1_500;

/** Creates at least four actions with at least two different values of `createdDateTime`. A target with a coarse clock needs more. */
export async function createSpacedActions(world: World): Promise<OwnActions> {
  const batch = new Batch(world);
  const { actions } = batch;
  const addAndCountTimes = async () => {
    await batch.add();
    return new Set(actions.map(({ createdDateTime }) => instant(createdDateTime))).size;
  };
  for (let count = 1; count < 4; count++) await batch.add();
  // Nothing is judged here: a clock that counts in seconds needs more creates.
  const times = await world.eventually(
    addAndCountTimes,
    (different) => different >= 2,
    () => Math.max(secondsMs, world.settings.settleMs),
  );
  if (times < 2) throw new Inconclusive('all actions created for this case have the same createdDateTime');
  return ownActionsOf(world, batch);
}
