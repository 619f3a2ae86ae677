import type { Difference } from '../../server/difference.js';

/** The same difference with pages of two elements, so that nearly every list has a next link. */
export function onSmallPages(difference: Difference): Difference {
  return { ...difference, options: { pageSize: 2 } };
}
