import { scenario } from '../../engine/check.js';
import { expectOneOf, expectThat } from '../../engine/judge/expect.js';
import { readOperations } from '../auth/_operations.js';

export default scenario('HTTP-6', {
  each: readOperations,
  named: ({ name }) => name,
  given: (world) => world.action(),
  when: (world, action, { send }) => send(world, action.id, { headers: { accept: 'application/xml' } }),
  then: (reply) => {
    expectOneOf(reply.status, [200, 206, 406], 'status', reply.exchange);
    const { notJson, exchange } = reply;
    expectThat(notJson === undefined, {
      message: 'the body is not JSON',
      expected: 'a JSON body',
      received: reply.text,
      at: '',
      exchange,
    });
  },
});
