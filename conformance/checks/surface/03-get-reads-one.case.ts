import { scenario } from '../../engine/check.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import { expectEqual, expectSuccess } from '../../engine/judge/expect.js';

const there = ({ status }: Reply) => status < 400;

/** Two actions, each read five times in turn: a lease or a cache may run out. That a new one is there at once is for CREATE-9. */
export default scenario('SURFACE-3', {
  given: async (world) => [await world.action(), await world.action()],
  when: async (world, actions) => {
    const reads = [];
    for (const { id } of Array.from({ length: 5 }, () => actions).flat())
      reads.push({ id, reply: await world.eventually(() => world.get(id), there) });
    return reads;
  },
  then: (reads) => {
    for (const { id, reply } of reads) {
      expectSuccess(reply);
      expectEqual(member(reply.body, 'id'), id, '/id', reply.exchange);
    }
  },
});
