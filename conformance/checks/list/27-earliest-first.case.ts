import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { expectEachOnce, expectEarliestFirst, haveDates, requireDates } from './_order.js';
import { idsOf, untilListed } from './_own-actions.js';
import { expectListRejection } from './_rejection.js';
import { createSpacedActions } from './_spaced-actions.js';

/** Judges the first page of the whole list, where all its elements have dates, and all pages of the case's own actions. */
export default scenario('LIST-27', {
  each: ['createdDateTime', 'createdDateTime asc'],
  named: (order) => `$orderby=${order}`,
  given: ({ shared }) =>
    shared.once('actions', async (world) => {
      const own = await createSpacedActions(world);
      const ids = idsOf(await untilListed(own, world)).filter((id) => typeof id === 'string');
      return { ...own, ids };
    }),
  when: async (world, { inPages, isolated }, $orderby) => {
    const first = await world.list({ query: { $orderby } });
    const pages = isolated ? await world.pages({ ...inPages, query: { ...inPages.query, $orderby } }) : [];
    // Among the actions of others, those without a date come first.
    requireDates(isolated ? pages : [first]);
    return { first, pages };
  },
  then: ({ first, pages }, { ids }) => {
    if (first.status >= 400) return expectListRejection(first);
    expectSuccess(first);
    if (haveDates([first])) expectEarliestFirst([first]);
    const [firstOwn] = pages;
    if (!firstOwn) return;
    // A target that supports $filter and $orderby may still reject the combination of both.
    if (firstOwn.status >= 400) return expectListRejection(firstOwn);
    expectEarliestFirst(pages);
    expectEachOnce(pages, ids);
  },
});
