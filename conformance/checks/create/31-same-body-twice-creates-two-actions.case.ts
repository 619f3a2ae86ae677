import { scenario } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { together } from '../../engine/world/together/together.js';
import { createAndRead, expectCreated } from './_create-and-read.js';

/** The body has no `clientContext`, because a target may reject a repeated one. */
export default scenario('CREATE-31', {
  given: (world) => {
    const { clientContext: _, ...body } = world.body();
    return body;
  },
  when: async (world, body) => {
    const one = () => createAndRead(world, body);
    return [await one(), await one(), ...(await together([one(), one()]))];
  },
  then: (all) => {
    const ids = new Set<string>();
    for (const result of all) {
      const { exchange } = result.reply;
      expectCreated(result, ({ id }) => ids.add(id));
      expectThat(ids.size === all.indexOf(result) + 1, {
        expected: 'an id that no earlier create returned',
        received: 'the id of an earlier action',
        at: '/id',
        exchange,
      });
    }
  },
});
