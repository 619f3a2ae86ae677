import { mutant } from '../../selftest/mutant.js';
import { readsOption, readsOptions } from '../../selftest/mutants/list/list.js';
import { readsNumber } from '../../selftest/mutants/list/numbers.js';

export const mutants = [
  mutant(
    'LIST-9',
    '$top returns one element too many',
    readsNumber('$top', (top) => top + 1),
    { alsoFails: ['LIST-10', 'LIST-12'] },
  ),
  mutant(
    'LIST-9',
    '$top is ignored beside $filter',
    readsOptions((options) => options.has('$filter') && options.delete('$top')),
    { alsoFails: ['LIST-10', 'LIST-12'] },
  ),
  mutant(
    'LIST-9',
    '$top=1 is ignored',
    readsOption('$top', (top) => (top === '1' ? undefined : top)),
  ),
];
