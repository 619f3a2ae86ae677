import { scenario } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { expectMade, make } from './_create-and-read.js';

/** Without `clientContext`, whose second use a target may refuse. */
export default scenario('CREATE-31', {
  given: (world) => {
    const { clientContext: _, ...body } = world.body();
    return body;
  },
  when: async (world, body) => {
    const one = () => make(world, body);
    return [await one(), await one(), ...(await Promise.all([one(), one()]))];
  },
  then: (all) => {
    const ids = new Set<string>();
    for (const made of all) {
      const { exchange } = made.reply;
      expectMade(made, ({ id }) => ids.add(id));
      expectThat(ids.size === all.indexOf(made) + 1, {
        expected: 'an action of its own',
        received: 'an id seen before',
        at: '/id',
        exchange,
      });
    }
  },
});
