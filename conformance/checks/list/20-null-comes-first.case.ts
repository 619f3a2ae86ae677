import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { createOwnActions, idsOf, waitUntilListed } from './_own-actions.js';

const reasons = ['b', null, 'a'];

export default scenario('LIST-20', {
  given: async (world) => {
    const own = await createOwnActions(world, reasons.length, (index) => ({ actionReason: reasons[index] ?? null }));
    // The shared text must be in clientContext, because this case sets actionReason. Without it, the whole list is read.
    const listed = own.property === 'clientContext' ? own : { ...own, query: {} };
    await waitUntilListed(listed, world);
    return listed;
  },
  when: (world, { query }) => world.elements({ query: { ...query, $orderby: 'actionReason' } }),
  then: (elements, { ids }) => {
    const [b, none, a] = ids;
    const shown = idsOf(elements).filter((id) => ids.some((one) => one === id));
    expectThat(isDeepStrictEqual(shown, [none, a, b]), {
      message: 'the list is not sorted by actionReason with null first',
      expected: `the actionReasons null, "a" and "b" in this order: ${[none, a, b].join(', ')}`,
      received: `elements with the ids ${shown.join(', ')}`,
      at: '/value',
    });
  },
});
