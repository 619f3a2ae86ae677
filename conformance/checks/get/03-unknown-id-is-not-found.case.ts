import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectStatus } from '../../engine/judge/expect.js';

/** Reads an unknown id twice, because a server might create an action when it looks for one. ERROR-1 judges the body. */
export default scenario('GET-3', {
  given: async (world) => {
    const { id } = await world.action();
    return world.read(id);
  },
  when: async (world) => {
    const id = world.unknownId();
    const replies: Reply[] = [];
    for (const unknown of [id, id, world.unknownId()]) {
      const reply = await world.get(unknown);
      if (reply.status < 300 && (await world.elements()).some((element) => element.id === unknown))
        throw new Inconclusive('the random id belongs to an action in the list', reply.exchange);
      replies.push(reply);
    }
    return replies;
  },
  then: (replies) => {
    for (const reply of replies) expectStatus(reply, 404);
  },
});
