import { NotObserved } from '../engine/errors.js';
import type { Exchange } from '../engine/evidence/exchange.js';
import { expectEqual } from '../engine/judge/expect.js';
import { untilShown } from '../engine/world/in-time.js';
import { elementsOf, type World } from '../engine/world/world.js';
import { queryFor } from './list/_own-actions.js';

/** The order of finished actions in the list before and after a request about the second one, as numbers from 1. */
export interface Places {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly exchange?: Exchange | undefined;
}

const finishedActions = 'finished actions';

/** Three finished actions, and their order in the list. */
interface Finished {
  readonly ids: readonly string[];
  readonly order: readonly number[];
  /** Query options that leave out other actions where the target can do that, because the list may be long. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Sends a request about one of three finished actions, which have no progress of their own, and reads the list before and after. The
 * inputs of a case use the same actions, which none of their requests may move. Another order counts when it comes again with others.
 *
 * @throws NotObserved when the list shows the actions in no stable order.
 */
export async function placesAround(world: World, send: (id: string) => Promise<unknown>): Promise<Places> {
  const first = await around(world, await world.shared.once(finishedActions, finishedInOrder), send);
  if (isSame(first)) return first;
  world.shared.end(finishedActions);
  await world.clock.sleep(world.settings.settleMs);
  return around(world, await finishedInOrder(world), send);
}

/** Expects the actions to be in the same order in the list as before. */
export function expectSamePlaces({ before, after, exchange }: Places): void {
  expectEqual(after, before, '/value', exchange);
}

async function finishedInOrder(world: World): Promise<Finished> {
  const actionReason = world.text('Finished');
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) {
    const action = await world.action({ body: world.body({ actionReason }) });
    ids.push((await world.finish(action)).id);
  }
  const query = queryFor(world, 'actionReason', actionReason);
  const read = () => orderOf(world, { ids, query });
  // The list may be behind (CREATE-10).
  const { order } = await untilShown(world, 'the list showed new actions', read, (seen) => seen.order.length === 3);
  const { order: again } = await read();
  if (order.length < 3 || order.join() !== again.join())
    throw new NotObserved('the list does not show finished actions in a stable order');
  return { ids, order, query };
}

async function around(
  world: World,
  { order: before, ...finished }: Finished,
  send: (id: string) => Promise<unknown>,
): Promise<Places> {
  await send(finished.ids[1] ?? '');
  // Read once: a list that was complete before may not lose an action for a while.
  const { order: after, exchange } = await orderOf(world, finished);
  return { before, after, exchange };
}

async function orderOf(world: World, { ids, query }: Omit<Finished, 'order'>) {
  const pages = await world.recentPages({ query }, ids);
  const shown = [...new Set(elementsOf(pages).map(({ id }) => id))];
  const order = shown.map((id) => ids.indexOf(String(id)) + 1).filter((number) => number > 0);
  return { order, exchange: pages.at(-1)?.exchange };
}

function isSame({ before, after }: Places): boolean {
  return before.join() === after.join();
}
