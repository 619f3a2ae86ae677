import { mutant } from '../../selftest/mutant.js';
import { readsOption, rejectsLists } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-16',
    '$count=1 returns a count',
    readsOption('$count', (value) => (value === '1' ? 'true' : value)),
  ),
  mutant(
    'LIST-16',
    'an empty $count returns 500',
    rejectsLists(({ searchParams }) => searchParams.get('$count') === '', 500),
  ),
];
