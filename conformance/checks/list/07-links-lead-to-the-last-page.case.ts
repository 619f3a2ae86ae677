import { scenario } from '../../engine/check.js';
import { expectEqual, expectOneOf } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { idsOf, listed, ownActions } from './_own-actions.js';
import { walk } from './_follow-links.js';

const pageSize = 3;

/** One less than fills a page, just as many, and one more. Others are made between the pages; what was there before is not lost. */
export default scenario('LIST-7', {
  each: [pageSize - 1, pageSize, pageSize + 1, 2 * pageSize],
  named: (count) => `${count} actions on pages of ${pageSize}`,
  given: async (world, count) => {
    const mine = await ownActions(world, count, undefined, pageSize);
    await listed(mine, world);
    return mine;
  },
  when: (world, { query, paged, alone, another }) => {
    const between = async (page: number) => (page <= 2 ? another() : undefined);
    return walk(world, { query, headers: paged }, alone ? 20 : 2_000, between);
  },
  then: ({ pages, end }, { ids }) => {
    const last = pages.at(-1)?.exchange;
    expectOneOf(end, ['last'], 'the way to the last page', last);
    const shown = new Set(idsOf(elementsOf(pages)));
    expectEqual(
      ids.filter((id) => !shown.has(id)),
      [],
      'the actions that no page shows',
      last,
    );
  },
});
