import { rule } from '../../kit/check.js';
import { expectHeader, expectThat } from '../../kit/expect.js';
import { isHttpDate } from './_http-date.js';

export default rule('HTTP-3', {
  over: 'exchange',
  check: ({ reply, exchange }) => {
    const date = expectHeader(reply, 'Date');
    expectThat(isHttpDate(date), { expected: 'an HTTP date', received: date, at: 'header date', exchange });
  },
});
