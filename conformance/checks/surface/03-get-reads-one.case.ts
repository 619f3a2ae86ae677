import { scenario } from '../../engine/check.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectEqual, expectSuccess } from '../../engine/judge/expect.js';

const isFound = ({ status }: Reply) => status !== 404;

/**
 * Reads two actions five times each, because a lease or a cache may expire. CREATE-9 judges whether a new action is readable at once, so
 * only the first read of each waits.
 */
export default scenario('SURFACE-3', {
  given: async (world) => [await world.action(), await world.action()],
  when: async (world, actions) => {
    const reads = [];
    for (const { id, clientContext } of actions)
      reads.push({ clientContext, reply: await world.eventually(() => world.get(id), isFound) });
    for (const { id, clientContext } of Array.from({ length: 4 }, () => actions).flat())
      reads.push({ clientContext, reply: await world.get(id) });
    return reads;
  },
  then: (reads) => {
    for (const { clientContext, reply } of reads) {
      expectSuccess(reply);
      expectEqual(member(reply.body, 'clientContext'), clientContext, '/clientContext', reply.exchange);
    }
  },
});
