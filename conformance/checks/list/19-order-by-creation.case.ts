import { scenario } from '../../engine/check.js';
import { expectEqual, expectRead, expectStatus, expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { instant } from '../../model/instant.js';
import { expectLatestFirst, needDates } from './_order.js';
import { idsOf, listed } from './_own-actions.js';
import { spacedActions } from './_spaced-actions.js';

const order = { $orderby: 'createdDateTime desc' };

/** The first page of everything begins with the newest; the case's own actions come whole, over pages that divide equal times. */
export default scenario('LIST-19', {
  given: async (world) => {
    const mine = await spacedActions(world);
    await listed(mine, world);
    return mine;
  },
  when: async (world, { query, paged, alone }) => {
    const first = await world.list({ query: order });
    const pages = alone ? await world.pages({ query: { ...query, ...order }, headers: paged }) : [];
    needDates([first, ...pages]);
    return { first, pages };
  },
  then: ({ first, pages }, mine) => {
    expectRead(first);
    expectLatestFirst([first]);
    const newest = elementsOf([first])[0];
    const latest = instant(newest?.createdDateTime) ?? 0n;
    const notBefore = mine.actions.every(({ createdDateTime }) => (instant(createdDateTime) ?? 0n) <= latest);
    expectThat(notBefore, {
      expected: 'the newest action first',
      received: newest,
      at: '/value/0',
      exchange: first.exchange,
    });
    const [own] = pages;
    if (!own) return;
    if (own.status >= 400) return expectStatus(own, own.status < 500 ? own.status : 501);
    expectLatestFirst(pages);
    expectEqual(idsOf(elementsOf(pages)).toSorted(), mine.ids.toSorted(), 'the ids on all pages', own.exchange);
  },
});
