import { rule } from '../../engine/check.js';
import { expectDeclaredTypes } from '../../engine/judge/declared.js';
import { expectOneOf } from '../../engine/judge/expect.js';
import { statuses } from '../../model/lifecycle.js';
import { elementsIn } from './_elements.js';

export default rule('RESOURCE-5', {
  over: 'securityAction',
  where: (seen) => elementsIn(seen, 'states').length > 0,
  unseen: 'no action with an entry in states was received',
  check: (seen) => {
    const { exchange } = seen;
    for (const { element, at } of elementsIn(seen, 'states')) {
      expectDeclaredTypes(element, 'securityActionState', at, exchange);
      expectOneOf(element.status ?? null, [...statuses, null], `${at}/status`, exchange);
    }
  },
});
