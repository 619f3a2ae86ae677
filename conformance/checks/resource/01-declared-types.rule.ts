import { rule } from '../../engine/check.js';
import { expectDeclaredTypes } from '../../engine/judge/declared.js';

/** What lies inside the objects and arrays is judged by the rules about these. */
export default rule('RESOURCE-1', {
  over: 'securityAction',
  check: ({ action, exchange, at }) => expectDeclaredTypes(action, 'securityAction', at, exchange),
});
