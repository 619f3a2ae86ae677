import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { errorOf } from './_error.js';

export default rule('ERROR-4', {
  over: 'error',
  where: ({ reply }) => isObject(errorOf(reply)),
  check: ({ reply, exchange }) => {
    const message = member(errorOf(reply), 'message');
    const holds = typeof message === 'string' && message !== '';
    expectThat(holds, {
      message: 'error.message is not a non-empty string',
      expected: 'a non-empty string',
      received: preview(message),
      at: '/error/message',
      exchange,
    });
  },
});
