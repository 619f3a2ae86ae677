import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { together } from '../../engine/world/together/together.js';
import { concurrently, roundInputs, roundName } from './_rounds.js';

/**
 * Creates run one after the other and concurrently, some with large bodies, because a cache or a slow replica may show only then. The
 * actions of a concurrent round are read again after all creates, because a later create may overwrite an earlier action.
 */
export default scenario('CREATE-9', {
  each: roundInputs,
  named: roundName,
  when: async (world, _, roundNumber) => {
    const large = () => world.body({ parameters: pairs, actionReason: world.text('A long reason. '.repeat(100)) });
    const one = async (body = world.body()) => {
      const created = await world.action({ body });
      return { created, read: await world.get(created.id) };
    };
    if (roundNumber !== undefined) {
      const all = await concurrently(world, () => one());
      const later = all.map(async ({ created }) => ({ created, read: await world.get(created.id) }));
      return [...all, ...(await together(later))];
    }
    return [await one(), await one(), await one(large()), await one(large())];
  },
  then: (all) => {
    for (const { created, read } of all) {
      const shown = expectEntity(read);
      expectEqual(shown.clientContext, created.clientContext, '/clientContext', read.exchange);
    }
  },
});

const pairs = Array.from({ length: 100 }, (_, index) => ({ name: `IP${index}`, value: `198.51.100.${index}` }));
