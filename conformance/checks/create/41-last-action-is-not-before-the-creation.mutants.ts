import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';
import { zeroDate } from '../../selftest/mutants/create/zero-date.js';

export const mutants = [
  mutant(
    'CREATE-41',
    'lastActionDateTime is truncated to seconds',
    makes(({ createdDateTime }) => ({ lastActionDateTime: `${createdDateTime.slice(0, 19)}Z` })),
  ),
  mutant(
    'CREATE-41',
    'lastActionDateTime of a new action is the default date 0001-01-01',
    makes(() => ({ lastActionDateTime: zeroDate })),
  ),
];
