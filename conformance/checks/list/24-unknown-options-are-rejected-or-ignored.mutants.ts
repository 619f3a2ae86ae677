import { mutant } from '../../selftest/mutant.js';
import { rejectsLists } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-24',
    'an unknown option returns 500',
    rejectsLists(({ search }) => search.includes('$unknown'), 500),
  ),
  mutant(
    'LIST-24',
    'an unknown option returns 404',
    rejectsLists(({ search }) => search.includes('$unknown'), 404),
  ),
  mutant(
    'LIST-24',
    'an option without a name returns 500',
    rejectsLists(({ searchParams }) => searchParams.has('$'), 500),
  ),
];
