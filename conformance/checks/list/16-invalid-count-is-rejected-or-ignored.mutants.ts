import { mutant } from '../../selftest/mutant.js';
import { refusesLists, valued } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-16',
    '$count=1 counts',
    valued('$count', (value) => (value === '1' ? 'true' : value)),
  ),
  mutant(
    'LIST-16',
    'a $count without a value crashes',
    refusesLists(({ searchParams }) => searchParams.get('$count') === '', 500),
  ),
];
