import { rule } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';

export default rule('SURFACE-6', {
  over: 'exchange',
  where: ({ exchange, reply }) => exchange.operation === 'list' && Array.isArray(member(reply.body, 'value')),
  check: ({ exchange }) => {
    const { pathname } = new URL(exchange.request.url);
    const expected = 'a path that ends in /beta/security/securityActions';
    expectThat(/\/beta\/security\/securityActions$/.test(pathname), { expected, received: pathname, exchange });
  },
});
