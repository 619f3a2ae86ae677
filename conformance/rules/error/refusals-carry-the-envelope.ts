import { rule } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { isObject } from '../../kit/reply.js';
import { errorOf } from './_error.js';

export default rule('ERROR-1', {
  over: 'error',
  check: ({ reply, exchange }) =>
    expectThat(isObject(errorOf(reply)), {
      message: `the body of a ${reply.status} is not the error envelope${reply.notJson ? `: ${reply.notJson}` : ''}`,
      expected: 'a JSON object with an object `error`',
      received: reply.text === '' ? 'an empty body' : (reply.body ?? reply.text),
      at: '/error',
      exchange,
    }),
});
