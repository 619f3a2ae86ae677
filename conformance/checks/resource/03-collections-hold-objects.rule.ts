import { rule } from '../../engine/check.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';

const names = ['parameters', 'states'] as const;

export default rule('RESOURCE-3', {
  over: 'securityAction',
  where: ({ action }) => names.some((name) => name in action),
  check: ({ action, exchange, at }) => {
    for (const name of names) {
      const value = action[name] ?? null;
      expectThat(value === null || (Array.isArray(value) && value.every(isObject)), {
        message: `${name} is not an array of objects`,
        expected: 'an array of objects, or null',
        received: value,
        at: `${at}/${name}`,
        exchange,
      });
    }
  },
});
