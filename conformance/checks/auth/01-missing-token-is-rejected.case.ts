import { scenario } from '../../engine/check.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { expectRefusal, expectThat } from '../../engine/judge/expect.js';
import { allowedToTheWriter, operations } from './_operations.js';

export default scenario('AUTH-1', {
  each: operations,
  named: ({ name }) => name,
  given: allowedToTheWriter,
  when: async (world, action, { send }) => [
    await send(world, action.id, { as: 'anonymous' }),
    await send(world, action.id, { as: 'anonymous' }),
  ],
  then: (replies) => {
    for (const reply of replies) {
      expectRefusal(reply, 401);
      const { body, text, exchange } = reply;
      const received = text === '' ? 'an empty body' : (body ?? text);
      expectThat(isObject(member(body, 'error')), { expected: 'an error body', received, at: '/error', exchange });
    }
  },
});
