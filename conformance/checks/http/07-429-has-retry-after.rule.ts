import { rule } from '../../engine/check.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { expectHeader, expectThat } from '../../engine/judge/expect.js';
import { isHttpDate } from './_http-date.js';

export default rule('HTTP-7', {
  over: 'error',
  unseen: 'no 429 was seen',
  where: ({ reply }) => reply.status === 429,
  check: ({ reply, exchange }) => {
    const value = expectHeader(reply, 'Retry-After');
    // Whole or fractional seconds; the concept page shows a fraction (reading 0023).
    const holds = /^\d+(\.\d+)?$/.test(value) || isHttpDate(value);
    const expected = 'a number of at least 0 or an HTTP date';
    expectThat(holds, { expected, received: value, at: 'header retry-after', exchange });
    const error = member(reply.body, 'error');
    expectThat(isObject(error), { expected: 'an error body', received: error, at: '/error', exchange });
  },
});
