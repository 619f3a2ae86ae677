import type { Resource } from '../../../reference/reach.js';
import type { Difference } from '../../server/difference.js';

/** A resource allows only these methods. */
export function allowsMethods(resource: Resource, ...methods: readonly string[]): Difference {
  return {
    behaviour: (right) => ({ allowedMethods: (asked) => (asked === resource ? methods : right.allowedMethods(asked)) }),
  };
}
