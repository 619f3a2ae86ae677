import { scenario } from '../../kit/check.js';
import { expectStatus, expectThat } from '../../kit/expect.js';
import { isObject, member, type Reply } from '../../kit/reply.js';

/** Asked twice: a server must not make an action up while it looks for one. */
export default scenario('GET-3', {
  given: async (world) => {
    const { id } = await world.action();
    return world.read(id);
  },
  when: async (world) => {
    const id = world.unknownId();
    const replies: Reply[] = [];
    for (const one of [id, id, world.unknownId()]) replies.push(await world.get(one));
    return replies;
  },
  then: (replies) => {
    for (const reply of replies) {
      expectStatus(reply, 404);
      const error = member(reply.body, 'error');
      expectThat(isObject(error), {
        expected: 'an error body',
        received: reply.text,
        at: '/error',
        exchange: reply.exchange,
      });
    }
  },
});
