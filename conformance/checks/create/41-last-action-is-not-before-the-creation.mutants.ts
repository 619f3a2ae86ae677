import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';
import { zero } from '../../selftest/mutants/create/zero-date.js';

export const mutants = [
  mutant(
    'CREATE-41',
    'lastActionDateTime is kept in seconds',
    makes(({ createdDateTime }) => ({ lastActionDateTime: `${createdDateTime.slice(0, 19)}Z` })),
  ),
  mutant(
    'CREATE-41',
    'lastActionDateTime of a new action is the default of the language',
    makes(() => ({ lastActionDateTime: zero })),
  ),
];
