import { scenario } from '../../kit/check.js';
import { expectOneOf, expectThat } from '../../kit/expect.js';
import { member } from '../../kit/reply.js';

export default scenario('LIST-16', {
  each: ['maybe', '1', ''],
  named: (value) => `$count=${value}`,
  when: (world, _, value) => world.list({ query: { $count: value }, defect: '$count is neither true nor false' }),
  then: ({ status, body, exchange }) => {
    expectOneOf(status, [200, 206, 400], 'status', exchange);
    if (status >= 400) return;
    const plain = Array.isArray(member(body, 'value')) && member(body, '@odata.count') === undefined;
    expectThat(plain, { expected: 'a list without @odata.count', received: body, exchange });
  },
});
