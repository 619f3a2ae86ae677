import { scenario } from '../../engine/check.js';
import { expectEqual, expectRead, expectThat } from '../../engine/judge/expect.js';
import { idsOn, nextLinkOf, ownActions, whileStill } from './_own-actions.js';

const orders = ['$skip=2&$top=2', '$top=2&$skip=2'];

/** As many are skipped as are asked for, so that a server which takes `$top` first has nothing left. */
export default scenario('LIST-12', {
  given: (world) => ownActions(world, 5),
  when: (world, mine) =>
    whileStill(world, mine, () => {
      const filter = mine.query.$filter === undefined ? '' : `&$filter=${encodeURIComponent(mine.query.$filter)}`;
      return Promise.all(
        orders.map((order) =>
          world.request('GET', `/security/securityActions?${order}${filter}`, { operation: 'list' }),
        ),
      );
    }),
  then: ({ before, seen }) => {
    for (const reply of seen) {
      expectRead(reply);
      const ids = idsOn(reply);
      expectEqual(
        ids,
        before.slice(2, 2 + Math.min(2, Math.max(1, ids.length))),
        'the ids on the first page',
        reply.exchange,
      );
      const whole = ids.length === 2 || nextLinkOf(reply) !== undefined;
      expectThat(whole, {
        expected: 'two elements, or a link to the next page',
        received: `${ids.length} elements and no link`,
        exchange: reply.exchange,
      });
    }
  },
});
