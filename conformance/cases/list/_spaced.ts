import { instant } from '../../kit/instant.js';
import { Undecided } from '../../kit/violation.js';
import type { Action, World } from '../../kit/world.js';
import { type Own, own } from './_own.js';

/** At least four actions whose `createdDateTime` are not all the same; how many it takes depends on the target's clock. */
export async function spacedActions(world: World): Promise<Own> {
  const context = world.text('list');
  const actions: Action[] = [];
  const another = async () => {
    actions.push(await world.action({ body: world.body({ clientContext: context }) }));
    return new Set(actions.map(({ createdDateTime }) => instant(createdDateTime))).size;
  };
  const times = await world.eventually(another, (different) => different >= 2 && actions.length >= 4);
  if (times < 2) throw new Undecided('all actions made for this case have the same createdDateTime');
  return own(world, context, actions);
}
