import { rule } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectSecurityAction } from '../../engine/judge/contract-check.js';

/** `$select` may leave out every property of an element, including its `id`. */
export default rule('LIST-2', {
  over: 'collection',
  where: ({ elements }) => elements.length > 0,
  check: ({ elements, at: place, exchange, selected }) => {
    for (const [index, element] of elements.entries()) {
      const at = `${place}/${index}` as const;
      if (selected && !selected.includes('id') && member(element, 'id') === undefined) continue;
      expectSecurityAction(element, at, exchange);
    }
  },
});
