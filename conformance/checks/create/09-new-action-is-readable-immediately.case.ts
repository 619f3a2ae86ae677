import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { round, roundName, withRounds } from './_rounds.js';

/**
 * Several, alone and side by side, and large ones: a cache or a slow replica shows only with the next one, or with much to store. Those
 * of a round are read once more when all are made: one may be lost to another that came a moment later.
 */
export default scenario('CREATE-9', {
  each: withRounds,
  named: roundName,
  when: async (world, _, input) => {
    const large = () => world.body({ parameters: pairs, actionReason: world.text('Much to store. '.repeat(100)) });
    const one = async (body = world.body()) => {
      const made = await world.action({ body });
      return { made, read: await world.get(made.id) };
    };
    if (input !== undefined) {
      const all = await round(world, () => one());
      const again = all.map(async ({ made }) => ({ made, read: await world.get(made.id) }));
      return [...all, ...(await Promise.all(again))];
    }
    return [
      await one(),
      await one(),
      await one(large()),
      await one(large()),
      ...(await Promise.all([one(), one(), one()])),
    ];
  },
  then: (all) => {
    for (const { made, read } of all) {
      const shown = expectEntity(read, 200, 206);
      expectEqual(shown.id, made.id, '/id', read.exchange);
      expectEqual(shown.clientContext, made.clientContext, '/clientContext', read.exchange);
    }
  },
});

const pairs = Array.from({ length: 100 }, (_, index) => ({ name: `IP${index}`, value: `198.51.100.${index}` }));
