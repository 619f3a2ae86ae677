import { mutant } from '../../selftest/mutant.js';
import { refusesLists } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-24',
    'an unknown option returns 500',
    refusesLists(({ search }) => search.includes('$unknown'), 500),
  ),
  mutant(
    'LIST-24',
    'an unknown option returns 404',
    refusesLists(({ search }) => search.includes('$unknown'), 404),
  ),
  mutant(
    'LIST-24',
    'an option without a name returns 500',
    refusesLists(({ searchParams }) => searchParams.has('$'), 500),
  ),
];
