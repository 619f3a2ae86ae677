import { rule } from '../../engine/check.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectDeclaredTypes } from '../../engine/judge/declared.js';
import { expectThat } from '../../engine/judge/expect.js';

export default rule('RESOURCE-6', {
  over: 'securityAction',
  where: ({ action }) => isObject(action.errorInfo),
  unseen: 'no action showed an errorInfo',
  check: ({ action, exchange, at }) => {
    const info = action.errorInfo;
    if (!isObject(info)) return;
    expectDeclaredTypes(info, 'resultInfo', `${at}/errorInfo`, exchange);
    for (const name of ['code', 'subcode'] as const) {
      const value = info[name];
      const fits = value === undefined || (typeof value === 'number' && (value | 0) === value);
      expectThat(fits, { expected: 'an integer of 32 bits', received: value, at: `${at}/errorInfo/${name}`, exchange });
    }
  },
});
