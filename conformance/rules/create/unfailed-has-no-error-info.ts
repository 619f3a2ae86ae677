import { rule } from '../../kit/check.js';
import { expectEqual } from '../../kit/expect.js';
import { isStatus } from '../../lifecycle/model.js';

export default rule('CREATE-43', {
  over: 'securityAction',
  where: ({ action: { status }, exchange }) =>
    exchange.operation === 'create' && isStatus(status) && status !== 'Failed',
  unseen: 'every new action had failed in the answer that made it',
  check: ({ action, exchange }) => expectEqual(action.errorInfo ?? null, null, '/errorInfo', exchange),
});
