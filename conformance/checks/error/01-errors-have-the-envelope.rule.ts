import { rule } from '../../engine/check.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { errorOf } from './_error.js';

export default rule('ERROR-1', {
  over: 'error',
  check: ({ reply, exchange }) =>
    expectThat(isObject(errorOf(reply)), {
      message: `the body of a ${reply.status} response is not the error envelope${reply.notJson ? `: ${reply.notJson}` : ''}`,
      expected: 'a JSON object with an object `error`',
      received: reply.text === '' ? 'an empty body' : (reply.body ?? reply.text),
      at: '/error',
      exchange,
    }),
});
