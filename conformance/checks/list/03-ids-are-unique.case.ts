import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { untilShown } from '../../engine/world/in-time.js';
import { elementsOf } from '../../engine/world/world.js';
import { containsAll, createOwnActions, idsOf, readPagesAlone, repeatedIds } from './_own-actions.js';

/** If others change the same list, it is read again alone, because an action may move to a later page in between. */
export default scenario('LIST-3', {
  given: (world) => createOwnActions(world, 5),
  when: async (world, own) => {
    const { inPages, ids } = own;
    const read = () => world.pages(inPages);
    // The list may be behind (CREATE-10), but an id that occurs twice is a failure, and the wait does not pass over it.
    const isSettled = (pages: Awaited<ReturnType<typeof read>>) =>
      containsAll(elementsOf(pages), ids) || !areUnique(pages);
    const pages = await readPagesAlone(
      world,
      own,
      () => untilShown(world, 'the list showed new actions', read, isSettled),
      areUnique,
    );
    const elements = elementsOf(pages);
    if (areUnique(pages) && !containsAll(elements, ids))
      throw new Inconclusive('the list does not show the actions that were created for this case');
    return idsOf(elements);
  },
  then: (ids) =>
    expectThat(repeatedIds(ids).length === 0, {
      message: 'the list shows an id more than once',
      expected: 'each id once',
      received: `repeated ids ${repeatedIds(ids).join(', ')}`,
      at: '/value',
    }),
});

function areUnique(pages: Parameters<typeof elementsOf>[0]): boolean {
  return repeatedIds(idsOf(elementsOf(pages))).length === 0;
}
