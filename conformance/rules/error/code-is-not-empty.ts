import { rule } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { member } from '../../kit/reply.js';
import { errorOf } from './_error.js';

export default rule('ERROR-3', {
  over: 'error',
  where: ({ reply }) => typeof member(errorOf(reply), 'code') === 'string',
  check: ({ reply, exchange }) => {
    const code = member(errorOf(reply), 'code');
    expectThat(code !== '', { expected: 'a code', received: 'an empty string', at: '/error/code', exchange });
  },
});
