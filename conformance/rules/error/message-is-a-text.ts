import { rule } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { isObject, member } from '../../kit/reply.js';
import { errorOf } from './_error.js';

export default rule('ERROR-4', {
  over: 'error',
  where: ({ reply }) => isObject(errorOf(reply)),
  check: ({ reply, exchange }) => {
    const message = member(errorOf(reply), 'message');
    const holds = typeof message === 'string' && message !== '';
    expectThat(holds, { expected: 'a non-empty string', received: message, at: '/error/message', exchange });
  },
});
