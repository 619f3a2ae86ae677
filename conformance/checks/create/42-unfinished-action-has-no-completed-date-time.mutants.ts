import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';
import { zeroDate } from '../../selftest/mutants/create/zero-date.js';

export const mutants = [
  mutant(
    'CREATE-42',
    'completedDateTime of a new action is the default date 0001-01-01',
    makes(() => ({ completedDateTime: zeroDate })),
    { alsoFails: ['RESOURCE-10'] },
  ),
  mutant(
    'CREATE-42',
    'completedDateTime of a new action is its createdDateTime',
    makes(({ createdDateTime }) => ({ completedDateTime: createdDateTime })),
  ),
];
