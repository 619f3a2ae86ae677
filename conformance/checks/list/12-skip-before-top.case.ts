import { isDeepStrictEqual } from 'node:util';
import { count } from '../../engine/cause/words.js';
import { scenario } from '../../engine/check.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { together } from '../../engine/world/together/together.js';
import { createOwnActions, idsOnPage, nextLinkOf, readWhileStable } from './_own-actions.js';

const orders = (skip: number) => [`$skip=${skip}&$top=2`, `$top=2&$skip=${skip}`];

/** In a short list `$skip` equals `$top`, so a server that applies `$top` first returns no elements. */
export default scenario('LIST-12', {
  given: (world) => createOwnActions(world, 5),
  when: (world, own) =>
    readWhileStable(world, own, () => {
      const filter = own.query.$filter === undefined ? '' : `&$filter=${encodeURIComponent(own.query.$filter)}`;
      return together(
        orders(own.skipped + 2).map((order) =>
          world.request('GET', `/security/securityActions?${order}${filter}`, { operation: 'list' }),
        ),
      );
    }),
  then: ({ before, seen }) => {
    for (const reply of seen) {
      expectSuccess(reply);
      const ids = idsOnPage(reply);
      // A page may be smaller than $top if it has a link, but not empty.
      const expected = before.slice(2, 2 + Math.min(2, Math.max(1, ids.length)));
      expectThat(isDeepStrictEqual(ids, expected), {
        message: 'the first page does not show the elements after the skipped ones',
        expected: `elements with the ids ${expected.join(', ')}`,
        received: `elements with the ids ${ids.join(', ') || '(none)'}`,
        at: '/value',
        exchange: reply.exchange,
      });
      const full = ids.length === 2 || nextLinkOf(reply) !== undefined;
      expectThat(full, {
        message: 'a list with $top=2 ends before its second element',
        expected: '2 elements, or a link to the next page',
        received: `${count(ids.length, 'element')} and no link`,
        at: '/value',
        exchange: reply.exchange,
      });
    }
  },
});
