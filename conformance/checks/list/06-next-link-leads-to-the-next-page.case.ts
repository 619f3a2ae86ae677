import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectRead, expectThat } from '../../engine/judge/expect.js';
import { followLinks } from './_follow-links.js';
import { createOwnActions, idsOnPage, readWhileStable, waitUntilListed } from './_own-actions.js';

/** If others change the list, elements may move to the next page. The pages are then judged only if the list did not change while they were read. */
export default scenario('LIST-6', {
  given: async (world) => {
    const own = await createOwnActions(world, 5);
    await waitUntilListed(own, world);
    return own;
  },
  when: async (world, own) => {
    const read = async () => (await followLinks(world, { query: own.query, headers: own.pageHeaders }, 20)).pages;
    const first = await read();
    const pages = own.isolated || first.every(isOther) ? first : (await readWhileStable(world, own, read)).seen;
    if (pages.length < 2) throw new NotObserved('the whole list was returned on one page');
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
        message: 'a page starts with an element of the page before it',
        expected: 'elements that the page before does not have',
        received: 'an element of the page before',
        at: '/value/0/id',
        exchange: page.exchange,
      });
    }
  },
});

/** False for a page whose first element is also on the page before. */
function isOther(page: Reply, index: number, pages: readonly Reply[]): boolean {
  const before = pages[index - 1];
  const [first] = idsOnPage(page);
  return before === undefined || first === undefined || !idsOnPage(before).includes(first);
}
