import type { ListQuery } from '../../../reference/list/query.js';
import type { Difference } from '../../server/difference.js';
import { understood } from './list.js';

type Order = NonNullable<ListQuery['order']>;

/** A list that is asked for an order is put in another one. */
export function ordered(other: (order: Order) => Order): Difference {
  return understood(({ order }) => (order ? { order: other(order) } : {}));
}
