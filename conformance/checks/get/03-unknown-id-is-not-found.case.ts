import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { isObject, member, type Reply } from '../../engine/evidence/reply.js';
import { expectStatus, expectThat } from '../../engine/judge/expect.js';

/** Asked twice: a server must not make an action up while it looks for one. */
export default scenario('GET-3', {
  given: async (world) => {
    const { id } = await world.action();
    return world.read(id);
  },
  when: async (world) => {
    const id = world.unknownId();
    const replies: Reply[] = [];
    for (const one of [id, id, world.unknownId()]) {
      const reply = await world.get(one);
      if (reply.status < 300 && (await world.elements()).some((listed) => listed.id === one))
        throw new Inconclusive('the drawn id belongs to an action that the list shows', reply.exchange);
      replies.push(reply);
    }
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
