import { scenario } from '../../engine/check.js';
import { expectRead, expectThat } from '../../engine/judge/expect.js';
import { idsOn, listed, nextLinkOf, ownActions } from './_own-actions.js';

export default scenario('LIST-10', {
  given: async (world) => {
    const mine = await ownActions(world, 3);
    await listed(mine, world);
    return mine;
  },
  when: (world, { query }) => world.list({ query: { ...query, $top: '2' } }),
  then: (reply) => {
    expectRead(reply);
    const elements = idsOn(reply).length;
    const fits = nextLinkOf(reply) !== undefined || elements === 2;
    expectThat(fits, {
      expected: 'two elements, or a link to the next page',
      received: `${elements} elements and no link`,
      exchange: reply.exchange,
    });
  },
});
