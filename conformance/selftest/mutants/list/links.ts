import type { Difference } from '../../server/difference.js';

/** On pages so small that there is a link at once. */
export function small(difference: Difference): Difference {
  return { ...difference, options: { pageSize: 2 } };
}
