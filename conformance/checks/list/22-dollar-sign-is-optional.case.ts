import { count } from '../../engine/cause/words.js';
import { scenario } from '../../engine/check.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { createOwnActions, idsOnPage, waitUntilListed } from './_own-actions.js';

export default scenario('LIST-22', {
  given: async (world) => {
    const own = await createOwnActions(world, 2);
    await waitUntilListed(own, world);
    return own;
  },
  when: async (world, { query }) => {
    const bare = Object.fromEntries(Object.entries(query).map(([name, value]) => [name.slice(1), value]));
    return [await world.list({ query: { ...query, top: '1' } }), await world.list({ query: { ...bare, top: '1' } })];
  },
  then: (replies, { ids, isolated }) => {
    for (const reply of replies) {
      expectSuccess(reply);
      const shown = idsOnPage(reply);
      expectThat(shown.length === 1, {
        message: 'top=1 has another effect than $top=1',
        expected: '1 element',
        received: count(shown.length, 'element'),
        at: '/value',
        exchange: reply.exchange,
      });
      const others = shown.filter((id) => !ids.some((one) => one === id));
      expectThat(!isolated || others.length === 0, {
        message: 'filter has another effect than $filter',
        expected: 'an action of this case',
        received: `an element with the id ${others.join(', ')}`,
        at: '/value',
        exchange: reply.exchange,
      });
    }
  },
});
