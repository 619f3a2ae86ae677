import { isDeepStrictEqual } from 'node:util';
import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { elementsOf } from '../../engine/world/world.js';
import { createOwnActions, idsOf, readWhileStable } from './_own-actions.js';

/** All pages of a list with `$skip`. */
interface SkippedList {
  readonly skip: number;
  readonly pages: readonly Reply[];
}

export default scenario('LIST-11', {
  given: (world) => createOwnActions(world, 3),
  when: (world, own) =>
    readWhileStable(world, own, async ({ length }) => {
      const seen: SkippedList[] = [];
      for (const skip of [0, 1, length - 1, length, length + 1]) {
        seen.push({ skip, pages: await world.pages({ query: { ...own.query, $skip: String(own.skipped + skip) } }) });
      }
      return seen;
    }),
  then: ({ before, seen, after }, { skipped }) => {
    expectThat(isDeepStrictEqual(after, before), {
      message: 'two reads of the unchanged list have different orders',
      expected: `elements with the ids ${before.join(', ')}`,
      received: `elements with the ids ${after.join(', ')}`,
      at: '/value',
    });
    for (const { skip, pages } of seen) {
      const [first] = pages;
      if (!first || (first.status >= 400 && first.status < 500)) continue;
      expectSuccess(first);
      const ids = idsOf(elementsOf(pages));
      expectThat(isDeepStrictEqual(ids, before.slice(skip)), {
        message: `a list with $skip=${skipped + skip} does not show the elements after the first ${skipped + skip}`,
        expected: `elements with the ids ${before.slice(skip).join(', ') || '(none)'}`,
        received: `elements with the ids ${ids.join(', ') || '(none)'}`,
        at: '/value',
        exchange: first.exchange,
      });
    }
  },
});
