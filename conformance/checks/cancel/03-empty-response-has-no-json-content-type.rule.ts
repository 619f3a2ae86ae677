import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';

/** Clients parse a 200 that says it is JSON, and fail when there is nothing to parse. */
export default rule('CANCEL-3', {
  over: 'exchange',
  unseen: 'no cancel was answered with an empty 200',
  where: ({ exchange, reply }) => exchange.operation === 'cancel' && reply.status === 200 && reply.text === '',
  check: ({ reply, exchange }) => {
    const type = reply.headers.get('content-type');
    const holds = type === null || !/^application\/([\w.-]+\+)?json\b/i.test(type.trim());
    const expected = 'no content type, or one that is not JSON';
    expectThat(holds, { expected, received: type, at: 'header content-type', exchange });
  },
});
