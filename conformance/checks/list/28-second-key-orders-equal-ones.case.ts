import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { Batch } from './_batch.js';
import { idsOf, ownActionsOf, waitUntilListed } from './_own-actions.js';
import { expectListRejection } from './_rejection.js';

/** The `actionReason` and the vendor of each action; neither order is that of the creation. */
const values = [
  ['b', 'x'],
  ['a', 'y'],
  ['b', 'z'],
  ['a', 'x'],
  ['a', 'z'],
] as const;

/** Each order, and the positions in {@link values} that it gives. */
const inputs = [
  { keys: ['actionReason', 'name'], order: [3, 1, 4, 0, 2] },
  { keys: ['actionReason desc', 'name'], order: [0, 2, 3, 1, 4] },
  { keys: ['actionReason', 'name desc'], order: [4, 1, 3, 2, 0] },
];

export default scenario('LIST-28', {
  each: inputs,
  named: ({ keys }) => `$orderby=${keys.join(',')}`,
  given: async (world) => {
    if (world.adapted({ name: 'x' }).name !== 'x')
      throw new NotObserved('the target accepts only certain action names, so the second key has no values of its own');
    return world.shared.once('actions', async (world) => {
      const batch = new Batch(world);
      for (const [actionReason, name] of values) await batch.add({ actionReason, name });
      const own = ownActionsOf(world, batch);
      // The shared text must be in clientContext, because this case sets actionReason. Without it, the whole list is read.
      const listed = own.property === 'clientContext' ? own : { ...own, query: {} };
      await waitUntilListed(listed, world);
      return listed;
    });
  },
  when: (world, { query }, { keys }) => world.pages({ query: { ...query, $orderby: keys.join(',') } }),
  then: (pages, { ids }, { order }) => {
    const [first] = pages;
    if (first && first.status >= 400) return expectListRejection(first);
    pages.forEach(expectSuccess);
    const shown = idsOf(elementsOf(pages)).filter(
      (id, at, all) => ids.some((one) => one === id) && all.indexOf(id) === at,
    );
    const expected = order.map((position) => ids[position]);
    expectThat(isDeepStrictEqual(shown, expected), {
      message: 'the list is not sorted by both keys',
      expected: `elements with the ids ${expected.join(', ')}`,
      received: `elements with the ids ${shown.join(', ') || '(none)'}`,
      at: '/value',
      exchange: first?.exchange,
    });
  },
});
