import type { Difference } from '../../server/difference.js';

/** Changes the `$select` of a get before it is read. */
export function readsSelect(edit: (select: string) => string): Difference {
  return {
    behaviour: (right) => ({
      parseItemQuery: (parameters) => {
        const select = parameters.get('$select');
        return right.parseItemQuery(select === null ? parameters : new URLSearchParams({ $select: edit(select) }));
      },
    }),
  };
}
