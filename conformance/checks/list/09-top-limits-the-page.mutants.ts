import { mutant } from '../../selftest/mutant.js';
import { asked, valued } from '../../selftest/mutants/list/list.js';
import { number } from '../../selftest/mutants/list/numbers.js';

export const mutants = [
  mutant(
    'LIST-9',
    '$top returns one element too many',
    number('$top', (top) => top + 1),
    { alsoFails: ['LIST-10', 'LIST-12'] },
  ),
  mutant(
    'LIST-9',
    '$top is ignored beside $filter',
    asked((options) => options.has('$filter') && options.delete('$top')),
    { alsoFails: ['LIST-10', 'LIST-12'] },
  ),
  mutant(
    'LIST-9',
    '$top=1 is ignored',
    valued('$top', (top) => (top === '1' ? undefined : top)),
  ),
];
