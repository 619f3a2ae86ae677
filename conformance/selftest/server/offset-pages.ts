import type { Behaviour } from '../../reference/behaviour.js';
import type { Difference } from './difference.js';

/**
 * Pages of this size that are offsets into the present list, as `LIMIT n OFFSET m` gives them, instead of
 * into the list as it was when its first page was read. `order` arranges it unless `$orderby` does.
 */
export function offsetPages(pageSize: number, order: (arranged: Arranged, query: Query) => Arranged): Difference {
  return {
    options: { pageSize },
    behaviour: (right) => ({
      collectionFor: (store, caller, operation) => {
        const own = right.collectionFor(store, caller, operation);
        return { ...own, revision: own.revision, asOf: () => own.all().map(({ action }) => action) };
      },
      arrange: (actions, query) => {
        const arranged = right.arrange(actions, query);
        return query.order ? arranged : order(arranged, query);
      },
    }),
  };
}

type Query = Parameters<Behaviour['arrange']>[1];
type Arranged = ReturnType<Behaviour['arrange']>;
