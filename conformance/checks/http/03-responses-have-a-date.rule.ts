import { rule } from '../../engine/check.js';
import { expectHeader, expectThat } from '../../engine/judge/expect.js';
import { isSlashRedirect } from '../../engine/judge/slash-redirect.js';
import { isHttpDate } from './_http-date.js';

export default rule('HTTP-3', {
  over: 'exchange',
  where: ({ reply }) => !isSlashRedirect(reply),
  check: ({ reply, exchange }) => {
    const date = expectHeader(reply, 'Date');
    expectThat(isHttpDate(date), {
      message: 'the Date header is not an HTTP date',
      expected: 'an HTTP date',
      received: date,
      at: 'header date',
      exchange,
    });
  },
});
