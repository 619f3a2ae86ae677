import { rule } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { isFinal, isStatus } from '../../model/lifecycle.js';

export default rule('CREATE-42', {
  over: 'securityAction',
  where: ({ action: { status }, exchange }) => exchange.operation === 'create' && isStatus(status) && !isFinal(status),
  unseen: 'every create responded with a finished action',
  check: ({ action, exchange }) => expectEqual(action.completedDateTime ?? null, null, '/completedDateTime', exchange),
});
