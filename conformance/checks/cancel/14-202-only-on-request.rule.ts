import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isAccepted } from './_successful-cancel.js';

export default rule('CANCEL-14', {
  over: 'exchange',
  where: isAccepted,
  check: ({ reply, exchange }) => {
    const asked = /\brespond-async\b/i.test(exchange.request.headers.prefer ?? '');
    const expected = '200 or 204; 202 only to a request that prefers respond-async';
    expectThat(reply.status !== 202 || asked, { expected, received: `status ${reply.status}`, at: 'status', exchange });
  },
});
