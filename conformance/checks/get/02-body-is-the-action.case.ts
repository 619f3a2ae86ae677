import { scenario } from '../../engine/check.js';
import { textId } from '../../engine/evidence/lenient.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';

/** Reads the older action last, to detect a server that always returns the newest action. */
export default scenario('GET-2', {
  given: async (world) => [await world.action(), await world.action()],
  when: async (world, actions) => {
    const seen: { id: string; reply: Reply }[] = [];
    for (const { id } of [...actions, ...actions.slice(0, 1)]) seen.push({ id, reply: await world.get(id) });
    return seen;
  },
  then: (seen) => {
    for (const { id, reply } of seen) {
      expectEntity(reply);
      expectEqual(textId(reply.json), id, '/id', reply.exchange);
    }
  },
});
