import { scenario } from '../../engine/check.js';
import { NotObserved } from '../../engine/errors.js';
import { isObject, isSuccess, type Reply } from '../../engine/evidence/reply.js';
import { expectHeader, expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { responseOf, supportedOperations } from '../auth/_operations.js';

const isEmpty = (reply: Reply) => isSuccess(reply) && reply.text === '';

const accepts = { 'Accept: application/json': 'application/json', 'no Accept': null };

export default scenario('HTTP-5', {
  inTurn: true,
  each: (world) =>
    supportedOperations(world)
      .filter(({ name }) => name !== 'cancel')
      .flatMap((operation) => Object.entries(accepts).map(([name, accept]) => ({ operation, name, accept }))),
  named: ({ operation, name }) => `${operation.name} with ${name}`,
  when: async (world, _, { operation, accept }) => {
    const reply = await responseOf(world, operation, { headers: { accept } });
    // An empty body that does not depend on `Accept` is judged by the requirements about the operation.
    if (isEmpty(reply) && isEmpty(await responseOf(world, operation)))
      throw new NotObserved(`the response to ${operation.name} has no body`, reply.exchange);
    return reply;
  },
  then: (reply, _, { operation }) => {
    expectSuccess(reply);
    expectHeader(reply, 'Content-Type', { pattern: /^application\/json\s*(;|$)/i, says: 'application/json' });
    const { body, exchange } = reply;
    // JSON alone is not enough, because `{}` is JSON too.
    const isList = operation.name === 'list';
    expectThat(isObject(body) && (isList ? Array.isArray(body.value) : typeof body.id === 'string'), {
      message: `the body is not a ${isList ? 'collection' : 'securityAction'} in JSON`,
      expected: isList ? 'a JSON object with an array `value`' : 'a JSON object with a string `id`',
      received: reply.notJson ? reply.text : body,
      at: '',
      exchange,
    });
  },
});
