import { count } from '../../engine/cause/words.js';
import { scenario } from '../../engine/check.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { createOwnActions, idsOnPage, nextLinkOf, waitUntilListed } from './_own-actions.js';

export default scenario('LIST-10', {
  given: async (world) => {
    const own = await createOwnActions(world, 3);
    await waitUntilListed(own, world);
    return own;
  },
  when: (world, { query }) => world.list({ query: { ...query, $top: '2' } }),
  then: (reply) => {
    expectSuccess(reply);
    const elements = idsOnPage(reply).length;
    const fits = nextLinkOf(reply) !== undefined || elements === 2;
    expectThat(fits, {
      message: 'a list with $top=2 ends before its second element',
      expected: '2 elements, or a link to the next page',
      received: `${count(elements, 'element')} and no link`,
      at: '/value',
      exchange: reply.exchange,
    });
  },
});
