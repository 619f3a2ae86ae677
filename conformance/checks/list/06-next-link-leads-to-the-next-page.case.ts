import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { followLinks } from './_follow-links.js';
import { createOwnActions, eachWasListed, idsOnPage, readPagesAlone } from './_own-actions.js';

/** If others change the list, elements may move to the next page. The pages are then read again alone. */
export default scenario('LIST-6', {
  given: async (world) => {
    const own = await createOwnActions(world, 5);
    await eachWasListed(own, world);
    return own;
  },
  when: async (world, own) => {
    const read = async () => (await followLinks(world, own.inPages, 20)).pages;
    const pages = await readPagesAlone(world, own, read, (seen) =>
      seen.every((...page) => idsAgain(...page).length === 0),
    );
    if (pages.length < 2) throw new NotObserved('the whole list was returned on one page');
    return pages;
  },
  then: (pages) => {
    // LIST-1 judges the shape of the first page.
    const isShaped = Array.isArray(member(pages[0]?.json, 'value'));
    for (const [index, page] of pages.entries()) {
      expectSuccess(page);
      const value = member(isShaped ? page.json : page.body, 'value');
      expectThat(Array.isArray(value), {
        expected: 'an array',
        received: preview(value),
        at: '/value',
        exchange: page.exchange,
      });
      const again = idsAgain(page, index, pages);
      expectThat(again.length === 0, {
        message: 'a page shows elements of an earlier page',
        expected: 'elements that the earlier pages do not have',
        received: `elements of an earlier page with the ids ${again.join(', ')}`,
        at: '/value',
        exchange: page.exchange,
      });
    }
  },
});

/** The ids on a page that an earlier page has, too. */
function idsAgain(page: Reply, index: number, pages: readonly Reply[]): readonly unknown[] {
  const earlier = new Set(pages.slice(0, index).flatMap(idsOnPage));
  return idsOnPage(page).filter((id) => id !== undefined && earlier.has(id));
}
