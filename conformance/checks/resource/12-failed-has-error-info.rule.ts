import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { askedFor } from './_is-selected.js';

export default rule('RESOURCE-12', {
  over: 'securityAction',
  where: (seen) => seen.action.status === 'Failed' && askedFor(seen, 'errorInfo'),
  unseen: 'no action showed the status Failed',
  check: ({ action, exchange, at }) => {
    const info = action.errorInfo ?? null;
    expectThat(info !== null, {
      expected: 'an errorInfo, as the status is Failed',
      received: info,
      at: `${at}/errorInfo`,
      exchange,
    });
  },
});
