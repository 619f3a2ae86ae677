import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';

/** A client that parses the body of every JSON response fails if the body is empty. */
export default rule('CANCEL-3', {
  over: 'exchange',
  unseen: 'no empty 200 response to a cancel was received',
  where: ({ exchange, reply }) => exchange.operation === 'cancel' && reply.status === 200 && reply.text === '',
  check: ({ reply, exchange }) => {
    const type = reply.headers.get('content-type');
    const holds = type === null || !/^application\/([\w.-]+\+)?json\b/i.test(type.trim());
    const expected = 'no content type, or one that is not JSON';
    const message = 'an empty response to a cancel has a JSON content type';
    expectThat(holds, { message, expected, received: type, at: 'header content-type', exchange });
  },
});
