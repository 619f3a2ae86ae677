import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';

/** The older one is asked for last, so that a server which gives back the newest is found out. */
export default scenario('GET-2', {
  given: async (world) => [await world.action(), await world.action()],
  when: async (world, actions) => {
    const seen: { id: string; reply: Reply }[] = [];
    for (const { id } of [...actions, ...actions.slice(0, 1)]) seen.push({ id, reply: await world.get(id) });
    return seen;
  },
  then: (seen) => {
    for (const { id, reply } of seen) {
      expectEqual(expectEntity(reply, 200, 206).id, id, '/id', reply.exchange);
    }
  },
});
