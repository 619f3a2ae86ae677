import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';
import { zero } from '../../selftest/mutants/create/zero-date.js';

export const mutants = [
  mutant(
    'CREATE-42',
    'completedDateTime of a new action is the default of the language',
    makes(() => ({ completedDateTime: zero })),
    { alsoFails: ['RESOURCE-10'] },
  ),
  mutant(
    'CREATE-42',
    'completedDateTime of a new action is set with the other dates',
    makes(({ createdDateTime }) => ({ completedDateTime: createdDateTime })),
  ),
];
