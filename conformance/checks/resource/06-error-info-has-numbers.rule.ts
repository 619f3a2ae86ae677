import { rule } from '../../engine/check.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectDeclaredTypes } from '../../engine/judge/declared.js';
import { expectThat } from '../../engine/judge/expect.js';

export default rule('RESOURCE-6', {
  over: 'securityAction',
  where: ({ action }) => isObject(action.errorInfo),
  unseen: 'no action with errorInfo was received',
  check: ({ action, exchange, at }) => {
    const info = action.errorInfo;
    if (!isObject(info)) return;
    expectDeclaredTypes(info, 'resultInfo', `${at}/errorInfo`, exchange);
    for (const name of ['code', 'subcode'] as const) {
      const value = info[name];
      expectThat(value === undefined || (typeof value === 'number' && (value | 0) === value), {
        message: `errorInfo.${name} is not a 32-bit integer`,
        expected: 'a 32-bit integer',
        received: value,
        at: `${at}/errorInfo/${name}`,
        exchange,
      });
    }
  },
});
