import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEqual, expectRead } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { idsOf, ownActions, whileStill } from './_own-actions.js';

/** What came back for `$skip=n`, all pages of it. */
interface Skipped {
  readonly skip: number;
  readonly pages: readonly Reply[];
}

export default scenario('LIST-11', {
  given: (world) => ownActions(world, 3),
  when: (world, mine) =>
    whileStill(world, mine, async ({ length }) => {
      const seen: Skipped[] = [];
      for (const skip of [0, 1, length - 1, length, length + 1]) {
        seen.push({ skip, pages: await world.pages({ query: { ...mine.query, $skip: String(skip) } }) });
      }
      return seen;
    }),
  then: ({ before, seen, after }) => {
    expectEqual(after, before, 'the order of the list, read again');
    for (const { skip, pages } of seen) {
      const [first] = pages;
      if (!first || (first.status >= 400 && first.status < 500)) continue;
      expectRead(first);
      expectEqual(idsOf(elementsOf(pages)), before.slice(skip), `the ids after $skip=${skip}`, first.exchange);
    }
  },
});
