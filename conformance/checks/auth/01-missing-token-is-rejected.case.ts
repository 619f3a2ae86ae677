import { scenario } from '../../engine/check.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { expectRejection, expectThat } from '../../engine/judge/expect.js';
import { actionAfterWriterControl, callName, everyAddress } from './_operations.js';

export default scenario('AUTH-1', {
  each: everyAddress,
  named: callName,
  given: actionAfterWriterControl,
  when: async (world, action, { send }) => [
    await send(world, action.id, { as: 'anonymous' }),
    await send(world, action.id, { as: 'anonymous' }),
  ],
  then: (replies) => {
    for (const reply of replies) {
      expectRejection(reply, 401);
      const { body, text, exchange } = reply;
      if (exchange.request.method === 'HEAD') continue;
      const received = text === '' ? 'an empty body' : (body ?? text);
      expectThat(isObject(member(body, 'error')), {
        message: 'the body of a 401 response is not an error',
        expected: 'a JSON object with an object `error`',
        received,
        at: '/error',
        exchange,
      });
    }
  },
});
