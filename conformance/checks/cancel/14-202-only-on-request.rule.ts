import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isSuccessfulCancel } from './_successful-cancel.js';

export default rule('CANCEL-14', {
  over: 'exchange',
  where: isSuccessfulCancel,
  check: ({ reply, exchange }) => {
    const requested = /\brespond-async\b/i.test(reply.request.headers.prefer ?? '');
    expectThat(reply.status !== 202 || requested, {
      message: 'a cancel without Prefer: respond-async responds with 202',
      expected: 'status 200 or 204',
      received: `status ${reply.status}`,
      at: 'status',
      exchange,
    });
  },
});
