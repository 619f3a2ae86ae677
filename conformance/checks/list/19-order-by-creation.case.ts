import { scenario } from '../../engine/check.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { instant } from '../../model/instant.js';
import { expectEachOnce, expectLatestFirst, requireDates } from './_order.js';
import { idsOf, untilListed } from './_own-actions.js';
import { expectListRejection } from './_rejection.js';
import { createSpacedActions } from './_spaced-actions.js';

const order = { $orderby: 'createdDateTime desc' };

/** Judges the first page of the whole list, and all pages of the case's own actions. Small pages split actions with equal times. */
export default scenario('LIST-19', {
  given: async (world) => {
    const own = await createSpacedActions(world);
    const ids = [...new Set(idsOf(await untilListed(own, world)).filter((id) => typeof id === 'string'))];
    return { ...own, ids };
  },
  when: async (world, { inPages, isolated }) => {
    const first = await world.list({ query: order });
    const pages = isolated ? await world.pages({ ...inPages, query: { ...inPages.query, ...order } }) : [];
    requireDates([first, ...pages]);
    return { first, pages };
  },
  then: ({ first, pages }, { actions, ids }) => {
    expectSuccess(first);
    expectLatestFirst([first]);
    const newest = elementsOf([first])[0];
    const latest = instant(newest?.createdDateTime) ?? 0n;
    const newestIsFirst = actions.every(({ createdDateTime }) => (instant(createdDateTime) ?? 0n) <= latest);
    expectThat(newestIsFirst, {
      message: 'the first element is older than an action of this case',
      expected: 'the newest action first',
      received: newest,
      at: '/value/0',
      exchange: first.exchange,
    });
    const [firstOwn] = pages;
    if (!firstOwn) return;
    // A target that supports $filter and $orderby may still reject the combination of both.
    if (firstOwn.status >= 400) return expectListRejection(firstOwn);
    expectLatestFirst(pages);
    expectEachOnce(pages, ids);
  },
});
