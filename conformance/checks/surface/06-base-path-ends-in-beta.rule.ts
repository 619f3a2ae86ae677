import { rule } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';

export default rule('SURFACE-6', {
  over: 'exchange',
  where: ({ exchange, reply }) => exchange.operation === 'list' && Array.isArray(member(reply.body, 'value')),
  check: ({ exchange, reply }) => {
    const { pathname } = new URL(reply.request.url);
    expectThat(/\/beta\/security\/securityActions$/.test(pathname), {
      message: 'the list is not below a base path that ends in /beta',
      expected: 'a path that ends in /beta/security/securityActions',
      received: pathname,
      at: 'url',
      exchange,
    });
  },
});
