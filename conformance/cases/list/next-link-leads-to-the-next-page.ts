import { scenario } from '../../kit/check.js';
import { expectRead, expectThat } from '../../kit/expect.js';
import { member } from '../../kit/reply.js';
import { NotObserved } from '../../kit/violation.js';
import { idsOn, listed, ownActions } from './_own.js';
import { walk } from './_walk.js';

export default scenario('LIST-6', {
  given: async (world) => {
    const mine = await ownActions(world, 5);
    await listed(mine, world);
    return mine;
  },
  when: async (world, { query, paged }) => {
    const { pages } = await walk(world, { query, headers: paged }, 20);
    if (pages.length < 2) throw new NotObserved('the whole list came on one page');
    return pages;
  },
  then: (pages) => {
    for (const [index, page] of pages.entries()) {
      expectRead(page);
      const value = member(page.body, 'value');
      expectThat(Array.isArray(value), {
        expected: 'an array',
        received: value,
        at: '/value',
        exchange: page.exchange,
      });
      const before = pages[index - 1];
      const ids = idsOn(page);
      const other = before === undefined || ids.length === 0 || !idsOn(before).some((id) => id === ids[0]);
      expectThat(other, {
        expected: 'the next page',
        received: 'what the page before had',
        at: '/value/0/id',
        exchange: page.exchange,
      });
    }
  },
});
