import { rule } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';

export default rule('RESOURCE-17', {
  over: 'securityAction',
  where: ({ action }) => '@odata.type' in action,
  unseen: 'no action with @odata.type was received',
  check: ({ action, exchange, at }) =>
    expectEqual(action['@odata.type'], '#microsoft.graph.securityAction', `${at}/@odata.type`, exchange),
});
