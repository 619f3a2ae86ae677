import { NotObserved } from '../engine/errors.js';
import type { Exchange } from '../engine/evidence/exchange.js';
import { expectEqual } from '../engine/judge/expect.js';
import { untilShown } from '../engine/world/in-time.js';
import { elementsOf, type World } from '../engine/world/world.js';

/** The order of finished actions in the list before and after a request about the second one, as numbers from 1. */
export interface Places {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly exchange?: Exchange | undefined;
}

const finishedActions = 'finished actions';

/**
 * Sends a request about one of three finished actions, which have no progress of their own, and reads the list before and after. The
 * inputs of a case use the same actions, which none of their requests may move. Another order counts when it comes again with others.
 *
 * @throws NotObserved when the list shows the actions in no stable order.
 */
export async function placesAround(world: World, send: (id: string) => Promise<unknown>): Promise<Places> {
  const first = await around(world, await world.shared.once(finishedActions, createFinished), send);
  if (isSame(first)) return first;
  world.shared.end(finishedActions);
  await world.clock.sleep(world.settings.settleMs);
  return around(world, await createFinished(world), send);
}

/** Expects the actions to be in the same order in the list as before. */
export function expectSamePlaces({ before, after, exchange }: Places): void {
  expectEqual(after, before, '/value', exchange);
}

async function createFinished(world: World): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) ids.push((await world.finalAction()).id);
  return ids;
}

async function around(world: World, ids: readonly string[], send: (id: string) => Promise<unknown>): Promise<Places> {
  const read = async () => {
    const pages = await world.pages();
    const shown = [...new Set(elementsOf(pages).map(({ id }) => id))];
    const order = shown.map((id) => ids.indexOf(String(id)) + 1).filter((number) => number > 0);
    return { order, exchange: pages.at(-1)?.exchange };
  };
  const isWhole = ({ order }: { readonly order: readonly number[] }) => order.length === ids.length;
  // The list may be behind (CREATE-10).
  const { order: before } = await untilShown(world, 'the list showed new actions', read, isWhole);
  const { order: again } = await read();
  if (before.length < ids.length || !isSame({ before, after: again }))
    throw new NotObserved('the list does not show finished actions in a stable order');
  await send(ids[1] ?? '');
  // Read once: a list that was complete before may not lose an action for a while.
  const { order: after, exchange } = await read();
  return { before, after, exchange };
}

function isSame({ before, after }: Places): boolean {
  return before.join() === after.join();
}
