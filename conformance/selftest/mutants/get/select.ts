import type { Difference } from '../../server/difference.js';

/** What a get with `$select` takes from it. */
export function selects(edit: (select: string) => string): Difference {
  return {
    behaviour: (right) => ({
      parseItemQuery: (parameters) => {
        const select = parameters.get('$select');
        return right.parseItemQuery(select === null ? parameters : new URLSearchParams({ $select: edit(select) }));
      },
    }),
  };
}
