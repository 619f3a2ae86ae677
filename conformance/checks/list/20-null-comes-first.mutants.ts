import { mutant } from '../../selftest/mutant.js';
import { readsOrder } from '../../selftest/mutants/list/order.js';

export const mutants = [
  mutant(
    'LIST-20',
    'null values are sorted last',
    readsOrder(
      (order) => (left, right) =>
        Number(left.actionReason === null) - Number(right.actionReason === null) || order(left, right),
    ),
  ),
];
