import { rule } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectSecurityAction } from '../../engine/judge/contract-check.js';

/** Every property of an element may be left out by `$select`, its `id` too. */
export default rule('LIST-2', {
  over: 'collection',
  where: ({ elements }) => elements.length > 0,
  check: ({ elements, exchange, selected }) => {
    for (const [index, element] of elements.entries()) {
      const at = `/value/${index}`;
      if (selected && !selected.includes('id') && member(element, 'id') === undefined) continue;
      expectSecurityAction(element, at, exchange);
    }
  },
});
