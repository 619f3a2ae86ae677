import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectRead, expectThat } from '../../engine/judge/expect.js';
import { idsOn, listed, ownActions, whileStill } from './_own-actions.js';
import { walk } from './_follow-links.js';

/** Where others write to the list, a page may lawfully begin with what they moved there: then it counts only what is read while they do not. */
export default scenario('LIST-6', {
  given: async (world) => {
    const mine = await ownActions(world, 5);
    await listed(mine, world);
    return mine;
  },
  when: async (world, mine) => {
    const read = async () => (await walk(world, { query: mine.query, headers: mine.paged }, 20)).pages;
    const first = await read();
    const pages = mine.alone || first.every(isOther) ? first : (await whileStill(world, mine, read)).seen;
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
      expectThat(isOther(page, index, pages), {
        expected: 'the next page',
        received: 'what the page before had',
        at: '/value/0/id',
        exchange: page.exchange,
      });
    }
  },
});

/** False for a page that begins with what the page before had. */
function isOther(page: Reply, index: number, pages: readonly Reply[]): boolean {
  const before = pages[index - 1];
  const [first] = idsOn(page);
  return before === undefined || first === undefined || !idsOn(before).includes(first);
}
