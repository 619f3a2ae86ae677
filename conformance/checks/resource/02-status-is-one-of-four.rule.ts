import { rule } from '../../engine/check.js';
import { expectOneOf } from '../../engine/judge/expect.js';
import { statuses } from '../../model/lifecycle.js';

export default rule('RESOURCE-2', {
  over: 'securityAction',
  where: ({ action }) => 'status' in action,
  check: ({ action, exchange, at }) => expectOneOf(action.status, [...statuses, null], `${at}/status`, exchange),
});
