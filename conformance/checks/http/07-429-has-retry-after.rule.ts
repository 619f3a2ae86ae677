import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { isObject, member } from '../../engine/evidence/reply.js';
import { expectHeader, expectThat } from '../../engine/judge/expect.js';
import { isHttpDate } from './_http-date.js';

export default rule('HTTP-7', {
  over: 'error',
  unseen: 'no 429 response was received',
  where: ({ reply }) => reply.status === 429,
  check: ({ reply, exchange }) => {
    const value = expectHeader(reply, 'Retry-After');
    // Whole or fractional seconds. The concept page shows a fraction (decision 0023).
    const holds = /^\d+(\.\d+)?$/.test(value) || isHttpDate(value);
    expectThat(holds, {
      message: 'Retry-After is neither a number of seconds nor an HTTP date',
      expected: 'a number of at least 0, or an HTTP date',
      received: preview(value),
      at: 'header retry-after',
      exchange,
    });
    const error = member(reply.body, 'error');
    expectThat(isObject(error), {
      message: 'the body of a 429 response is not an error',
      expected: 'a JSON object with an object `error`',
      received: reply.body ?? (reply.text === '' ? 'an empty body' : reply.text),
      at: '/error',
      exchange,
    });
  },
});
