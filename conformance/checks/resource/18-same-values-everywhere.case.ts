import { scenario } from '../../engine/check.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import type { ObservedObject } from '../../engine/evidence/reply.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { differing, moving } from '../../model/same-values.js';
import { findInList } from './_find-in-list.js';

/** An action as a write answered it and as reads showed it afterwards. */
interface Showing {
  readonly written: Action;
  readonly got: ObservedObject;
  readonly listed: ObservedObject | undefined;
  readonly exchange?: Exchange;
}

/** Every kind of write whose answer can be compared with reads. */
const writes: readonly { readonly says: string; readonly patch?: Parameters<World['update']>[1] }[] = [
  { says: 'create' },
  { says: 'update of a text', patch: { actionReason: 'Grüße: "5 % off", it\'s 🛡' } },
  { says: 'update of the status', patch: statusPatch('Failed') },
];

export default scenario('RESOURCE-18', {
  each: (world) => writes.filter(({ patch }) => !patch || world.profile.features.update.offered),
  named: ({ says }) => says,
  given: (world) => world.action({ body: world.body({ parameters: manyPairs }) }),
  when: async (world, created, { patch }) => {
    const written = patch ? world.entity(await world.update(created.id, patch), 200) : created;
    const reply = await world.get(written.id);
    const got = world.entity(reply, 200);
    const listed = await world.eventually(
      () => findInList(world, written),
      (shown) => shown !== undefined && differing(shown, got, 'securityAction').length === 0,
    );
    const moves = await world.movesByItself();
    return { written, got, listed, moves, exchange: reply.exchange };
  },
  then: ({ moves, ...showing }) => {
    expectSame(showing, 'got', moves);
    expectSame(showing, 'listed', moves);
  },
});

const manyPairs = [
  { name: 'IP', value: '192.0.2.7' },
  { name: 'IP', value: '2001:db8::7' },
  { name: 'note', value: 'a "quoted" text, 100 %, \\ and 🛡' },
];

/** A server that moves actions by itself may have done so between the write and the read. */
function expectSame(showing: Showing, how: 'got' | 'listed', moves: boolean): void {
  const different = differing(showing[how], showing.written, 'securityAction');
  const names = different.filter((name) => !moves || !moving.includes(name));
  const valuesIn = (shown: ObservedObject | undefined) =>
    Object.fromEntries(names.map((name) => [name, shown?.[name] ?? null]));
  const what = how === 'got' ? 'what a get shows' : 'what the list shows';
  expectEqual(valuesIn(showing[how]), valuesIn(showing.written), what, showing.exchange);
}
