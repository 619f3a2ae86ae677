import type { ListQuery } from '../../../reference/list/query.js';
import type { Difference } from '../../server/difference.js';
import { readsQuery } from './list.js';

type Order = NonNullable<ListQuery['order']>;

/** Changes the order that `$orderby` asks for. */
export function readsOrder(other: (order: Order) => Order): Difference {
  return readsQuery(({ order }) => (order ? { order: other(order) } : {}));
}
