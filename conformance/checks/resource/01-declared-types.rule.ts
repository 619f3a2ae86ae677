import { rule } from '../../engine/check.js';
import { expectDeclaredTypes } from '../../engine/judge/declared.js';

/** Other rules judge the contents of objects and arrays. */
export default rule('RESOURCE-1', {
  over: 'securityAction',
  check: ({ action, exchange, at }) => expectDeclaredTypes(action, 'securityAction', at, exchange),
});
