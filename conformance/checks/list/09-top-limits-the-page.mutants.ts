import { mutant } from '../../selftest/mutant.js';
import { asked, valued } from '../../selftest/mutants/list/list.js';
import { number } from '../../selftest/mutants/list/numbers.js';

export const mutants = [
  mutant(
    'LIST-9',
    '$top is one too many',
    number('$top', (top) => top + 1),
    { alsoFails: ['LIST-10', 'LIST-12'] },
  ),
  mutant(
    'LIST-9',
    '$top has no effect beside $filter',
    asked((options) => options.has('$filter') && options.delete('$top')),
    { alsoFails: ['LIST-10', 'LIST-12'] },
  ),
  mutant(
    'LIST-9',
    '$top=1 is taken for yes',
    valued('$top', (top) => (top === '1' ? undefined : top)),
  ),
];
