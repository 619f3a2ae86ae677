import { scenario } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { idsOf, listed, ownActions } from './_own-actions.js';

const reasons = ['b', null, 'a'];

export default scenario('LIST-20', {
  given: async (world) => {
    const mine = await ownActions(world, reasons.length, (index) => ({ actionReason: reasons[index] ?? null }));
    // Where only the reasons could tell them from others, they stand among all the others.
    const found = mine.by === 'clientContext' ? mine : { ...mine, query: {} };
    await listed(found, world);
    return found;
  },
  when: (world, { query }) => world.elements({ query: { ...query, $orderby: 'actionReason' } }),
  then: (elements, { ids }) => {
    const [b, none, a] = ids;
    expectEqual(
      idsOf(elements).filter((id) => ids.some((one) => one === id)),
      [none, a, b],
      'the order by actionReason',
    );
  },
});
