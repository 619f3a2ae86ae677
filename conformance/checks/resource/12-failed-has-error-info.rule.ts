import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isSelected } from './_is-selected.js';

export default rule('RESOURCE-12', {
  over: 'securityAction',
  where: (seen) => seen.action.status === 'Failed' && isSelected(seen, 'errorInfo'),
  unseen: 'no action with the status Failed was received',
  check: ({ action, exchange, at }) => {
    const info = action.errorInfo ?? null;
    expectThat(info !== null, {
      message: 'errorInfo is not set although the status is Failed',
      expected: 'an errorInfo object',
      received: info,
      at: `${at}/errorInfo`,
      exchange,
    });
  },
});
