import type { Behaviour } from '../../reference/behaviour.js';
import type { Difference } from './difference.js';

type Order = (arranged: Arranged, query: Query) => Arranged;

/** Pages of this size that are offsets into the present list, as `LIMIT n OFFSET m` gives them. */
export function offsetPages(pageSize: number, order: Order): Difference {
  return { options: { pageSize }, behaviour: presentList(order) };
}

/** Links lead into the present list, instead of into that of the first page. `order` arranges it unless `$orderby` does. */
export function presentList(order: Order): (right: Behaviour) => Pick<Behaviour, 'collectionFor' | 'arrange'> {
  return (right) => ({
    collectionFor: (store, caller, operation) => {
      const own = right.collectionFor(store, caller, operation);
      return { ...own, revision: own.revision, asOf: () => own.all().map(({ action }) => action) };
    },
    arrange: (actions, query) => {
      const arranged = right.arrange(actions, query);
      return query.order ? arranged : order(arranged, query);
    },
  });
}

type Query = Parameters<Behaviour['arrange']>[1];
type Arranged = ReturnType<Behaviour['arrange']>;
