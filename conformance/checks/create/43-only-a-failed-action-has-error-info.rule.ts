import { rule } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { isStatus } from '../../model/lifecycle.js';

export default rule('CREATE-43', {
  over: 'securityAction',
  where: ({ action: { status }, exchange }) =>
    exchange.operation === 'create' && isStatus(status) && status !== 'Failed',
  unseen: 'every create responded with a failed action',
  check: ({ action, exchange }) => expectEqual(action.errorInfo ?? null, null, '/errorInfo', exchange),
});
