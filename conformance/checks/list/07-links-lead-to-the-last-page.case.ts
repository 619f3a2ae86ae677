import { scenario } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { followLinks } from './_follow-links.js';
import { createOwnActions, idsOf, waitUntilListed } from './_own-actions.js';

const pageSize = 3;
const ends = { last: 'the last page', repeated: 'a link that was followed before', endless: 'a link on every page' };

/** Lists with one element less than a page holds, exactly as many, and one more. Creates further actions while the pages are read. */
export default scenario('LIST-7', {
  each: [pageSize - 1, pageSize, pageSize + 1, 2 * pageSize],
  named: (count) => `${count} actions on pages of ${pageSize}`,
  given: async (world, count) => {
    const own = await createOwnActions(world, count, undefined, pageSize);
    await waitUntilListed(own, world);
    return own;
  },
  when: (world, { query, pageHeaders, isolated, addAnother }) => {
    const between = async (page: number) => (page <= 2 ? addAnother() : undefined);
    return followLinks(world, { query, headers: pageHeaders }, isolated ? 20 : 2_000, between);
  },
  then: ({ pages, end }, { ids }) => {
    const last = pages.at(-1)?.exchange;
    expectThat(end === 'last', {
      message: 'following the links does not lead to the last page',
      expected: 'a last page without @odata.nextLink',
      received: ends[end],
      at: '/@odata.nextLink',
      exchange: last,
    });
    const shown = new Set(idsOf(elementsOf(pages)));
    const missing = ids.filter((id) => !shown.has(id));
    expectThat(missing.length === 0, {
      message: 'some actions are on no page',
      expected: 'all actions of this case',
      received: `no elements with the ids ${missing.join(', ')}`,
      at: '/value',
      exchange: last,
    });
  },
});
