import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import { unlessInconclusive } from '../../engine/errors.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { member, type ObservedObject } from '../../engine/evidence/reply.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { ownProgress } from '../../model/property-groups.js';
import { differing } from '../../model/shown-action.js';
import { findInList } from './_find-in-list.js';

/** An action in the response to a write and in the reads after it. */
interface ShownTwice {
  readonly written: Action;
  readonly got: ObservedObject;
  readonly listed: ObservedObject | undefined;
  readonly exchange?: Exchange;
}

/** The kinds of writes whose response can be compared with reads. */
const writes: readonly { readonly says: string; readonly patch?: Parameters<World['update']>[1] }[] = [
  { says: 'create' },
  { says: 'update of a string', patch: { actionReason: 'Grüße: "5 % off", it\'s 🛡' } },
  { says: 'update of the status', patch: statusPatch('Failed') },
];

export default scenario('RESOURCE-18', {
  each: (world) => writes.filter(({ patch }) => !patch || world.profile.features.update.offered),
  named: ({ says }) => says,
  given: async (world) => {
    const create = (parameters: typeof manyPairs) => world.action({ body: world.body({ parameters }) });
    return (await unlessInconclusive(create(manyPairs))) ?? create(differentPairs);
  },
  when: async (world, created, { patch }) => {
    const written = patch ? await world.updated(created.id, patch) : created;
    const reply = await world.get(written.id);
    const got = world.entity(reply);
    // The list may be behind (CREATE-10), so it may show the action not yet, or as it was before the update.
    const isBehind = (shown: ObservedObject) => patch !== undefined && differences(shown, created).length === 0;
    const listed = await world.eventually(
      () => findInList(world, written),
      (shown) => shown !== undefined && !isBehind(shown),
    );
    const same = [got, listed ?? got].every((shown) => differences(shown, written).length === 0);
    const changing = same
      ? []
      : [...((await world.movesByItself()) ? ownProgress : []), ...(await differingWhenReadAgain(world, got))];
    return { written, got, listed, changing, exchange: reply.exchange };
  },
  then: ({ changing, ...shown }) => {
    expectSame(shown, 'got', changing);
    // An action that is not in the list has no values there; that it is missing is the failure of CREATE-10.
    if (shown.listed) expectSame(shown, 'listed', changing);
  },
});

const manyPairs = [
  { name: 'IP', value: '192.0.2.7' },
  { name: 'IP', value: '2001:db8::7' },
  { name: 'note', value: 'a "quoted" text, 100 %, \\ and 🛡' },
];

/** For a target that rejects two pairs with one name; decision 0049. */
const differentPairs = manyPairs.slice(1);

/** The properties in which a second get differs from the first: only a SHOULD says that a read changes nothing (SURFACE-12). */
async function differingWhenReadAgain(world: World, got: Action): Promise<readonly string[]> {
  // Two dates with less than a millisecond between them count as the same.
  await world.clock.sleep(5);
  return differences(await world.read(got.id), got);
}

function expectSame(shown: ShownTwice, how: 'got' | 'listed', changing: readonly string[]): void {
  const names = differences(shown[how], shown.written).filter((name) => !changing.includes(name));
  const pick = (action: ObservedObject | undefined) =>
    Object.fromEntries(names.map((name) => [name, action?.[name] ?? null]));
  expectEqual(pick(shown[how]), pick(shown.written), '', shown.exchange);
}

/** The properties that differ. Unlike between a request and a response, the order of parameters counts between two responses. */
function differences(one: ObservedObject | undefined, other: ObservedObject): readonly string[] {
  const names = differing(one, other);
  return isDeepStrictEqual(pairsIn(one), pairsIn(other)) ? names : [...new Set([...names, 'parameters'])];
}

function pairsIn(action: ObservedObject | undefined): readonly unknown[] {
  const pairs = action?.parameters;
  return Array.isArray(pairs) ? pairs.map((pair) => [member(pair, 'name'), member(pair, 'value') ?? null]) : [];
}
