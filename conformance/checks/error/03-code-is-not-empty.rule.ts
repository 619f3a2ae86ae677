import { rule } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { errorOf } from './_error.js';

export default rule('ERROR-3', {
  over: 'error',
  where: ({ reply }) => typeof member(errorOf(reply), 'code') === 'string',
  check: ({ reply, exchange }) => {
    const code = member(errorOf(reply), 'code');
    expectThat(code !== '', {
      message: 'error.code is empty',
      expected: 'a non-empty string',
      received: 'an empty string',
      at: '/error/code',
      exchange,
    });
  },
});
