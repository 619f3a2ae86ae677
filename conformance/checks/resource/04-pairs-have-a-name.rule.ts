import { rule } from '../../engine/check.js';
import { expectDeclaredTypes } from '../../engine/judge/declared.js';
import { expectThat } from '../../engine/judge/expect.js';
import { elementsIn } from './_elements.js';

export default rule('RESOURCE-4', {
  over: 'securityAction',
  where: (seen) => elementsIn(seen, 'parameters').length > 0,
  check: (seen) => {
    const { exchange } = seen;
    for (const { element, at } of elementsIn(seen, 'parameters')) {
      expectThat('name' in element, {
        message: 'a pair in parameters has no name',
        expected: 'a pair with a name',
        received: element,
        at: `${at}/name`,
        exchange,
      });
      expectDeclaredTypes(element, 'keyValuePair', at, exchange);
    }
  },
});
