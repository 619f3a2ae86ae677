import { rule } from '../../kit/check.js';
import { expectEqual } from '../../kit/expect.js';
import { isFinal, isStatus } from '../../lifecycle/model.js';

export default rule('CREATE-42', {
  over: 'securityAction',
  where: ({ action: { status }, exchange }) => exchange.operation === 'create' && isStatus(status) && !isFinal(status),
  unseen: 'every new action was finished in the answer that made it',
  check: ({ action, exchange }) => expectEqual(action.completedDateTime ?? null, null, '/completedDateTime', exchange),
});
