import { mutant } from '../../selftest/mutant.js';
import { readsOption } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-28',
    'a second key of $orderby is ignored',
    readsOption('$orderby', (order) => order.split(',')[0]),
  ),
  mutant(
    'LIST-28',
    'the last key of $orderby is applied first',
    readsOption('$orderby', (order) => order.split(',').reverse().join(',')),
  ),
  mutant(
    'LIST-28',
    'the direction of the last key applies to all keys',
    readsOption('$orderby', (order) =>
      / desc$/.test(order) ? order.replace(/( desc| asc)?,/g, ' desc,') : order.replace(/ desc,/g, ','),
    ),
  ),
];
