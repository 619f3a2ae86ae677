import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { createOwnActions, idsOf, waitUntilListed } from './_own-actions.js';

/** The second action has none. */
const reasons = ['b', undefined, 'a'];

export default scenario('LIST-20', {
  given: async (world) => {
    const own = await createOwnActions(world, reasons.length, (index) => ({ actionReason: reasons[index] }));
    // The shared text must be in clientContext, because this case sets actionReason. Without it, the whole list is read.
    const listed = own.property === 'clientContext' ? own : { ...own, query: {} };
    await waitUntilListed(listed, world);
    return listed;
  },
  when: async (world, { query }) => {
    const pages = await world.pages({ query: { ...query, $orderby: 'actionReason' } });
    const [first] = pages;
    if (first && first.status >= 400)
      throw new NotObserved('the target rejects an order by actionReason', first.exchange);
    return elementsOf(pages);
  },
  then: (elements, { ids, query }) => {
    const [b, none, a] = ids;
    // In the whole list, an action that others move to a later page is shown twice.
    const listed = '$filter' in query ? idsOf(elements) : [...new Set(idsOf(elements))];
    const shown = listed.filter((id) => ids.some((one) => one === id));
    expectThat(isDeepStrictEqual(shown, [none, a, b]), {
      message: 'the list is not sorted by actionReason with null first',
      expected: `the actionReasons null, "a" and "b" in this order: ${[none, a, b].join(', ')}`,
      received: `elements with the ids ${shown.join(', ')}`,
      at: '/value',
    });
  },
});
