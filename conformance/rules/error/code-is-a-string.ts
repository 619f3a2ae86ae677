import { rule } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { isObject, member } from '../../kit/reply.js';
import { errorOf } from './_error.js';

export default rule('ERROR-2', {
  over: 'error',
  where: ({ reply }) => isObject(errorOf(reply)),
  check: ({ reply, exchange }) => {
    const code = member(errorOf(reply), 'code');
    expectThat(typeof code === 'string', { expected: 'a string', received: code, at: '/error/code', exchange });
  },
});
