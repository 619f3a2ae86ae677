import type { Resource } from '../../../reference/reach.js';
import type { Difference } from '../../server/difference.js';

/** A resource has these methods and no others. */
export function offers(resource: Resource, ...methods: readonly string[]): Difference {
  return {
    behaviour: (right) => ({ allowedMethods: (asked) => (asked === resource ? methods : right.allowedMethods(asked)) }),
  };
}
