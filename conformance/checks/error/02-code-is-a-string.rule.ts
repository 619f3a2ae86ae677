import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { errorOf } from './_error.js';

export default rule('ERROR-2', {
  over: 'error',
  where: ({ reply }) => isObject(errorOf(reply)),
  check: ({ reply, exchange }) => {
    const code = member(errorOf(reply), 'code');
    expectThat(typeof code === 'string', {
      message: 'error.code is not a string',
      expected: 'a string',
      received: preview(code),
      at: '/error/code',
      exchange,
    });
  },
});
