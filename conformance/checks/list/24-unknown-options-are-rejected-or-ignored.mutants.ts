import { mutant } from '../../selftest/mutant.js';
import { refusesLists } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-24',
    'an option that nobody knows crashes',
    refusesLists(({ search }) => search.includes('$nobody'), 500),
  ),
  mutant(
    'LIST-24',
    'an option that nobody knows is a path that is not there',
    refusesLists(({ search }) => search.includes('$nobody'), 404),
  ),
  mutant(
    'LIST-24',
    'an option without a name crashes',
    refusesLists(({ searchParams }) => searchParams.has('$'), 500),
  ),
];
