import { rule } from '../../engine/check.js';
import { expectOneOf } from '../../engine/judge/expect.js';

export default rule('HTTP-4', {
  over: 'exchange',
  unseen: 'no response with an OData-Version header was received',
  where: ({ reply }) => reply.headers.has('odata-version'),
  check: ({ reply, exchange }) =>
    expectOneOf(reply.headers.get('odata-version'), ['4.0', '4.01'], 'header odata-version', exchange),
});
