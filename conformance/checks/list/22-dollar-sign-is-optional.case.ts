import { scenario } from '../../engine/check.js';
import { expectEqual, expectRead } from '../../engine/judge/expect.js';
import { idsOn, listed, ownActions } from './_own-actions.js';

export default scenario('LIST-22', {
  given: async (world) => {
    const mine = await ownActions(world, 2);
    await listed(mine, world);
    return mine;
  },
  when: async (world, { query }) => {
    const bare = Object.fromEntries(Object.entries(query).map(([name, value]) => [name.slice(1), value]));
    return [await world.list({ query: { ...query, top: '1' } }), await world.list({ query: { ...bare, top: '1' } })];
  },
  then: (replies, { ids, alone }) => {
    for (const reply of replies) {
      expectRead(reply);
      const shown = idsOn(reply);
      expectEqual(shown.length, 1, 'the number of elements', reply.exchange);
      if (alone)
        expectEqual(
          shown.filter((id) => !ids.some((one) => one === id)),
          [],
          "other's actions",
          reply.exchange,
        );
    }
  },
});
