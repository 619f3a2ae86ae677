import { rule } from '../../kit/check.js';
import { expectOneOf } from '../../kit/expect.js';
import { statuses } from '../../lifecycle/model.js';

export default rule('RESOURCE-2', {
  over: 'securityAction',
  where: ({ action }) => 'status' in action,
  check: ({ action, exchange, at }) => expectOneOf(action.status, [...statuses, null], `${at}/status`, exchange),
});
