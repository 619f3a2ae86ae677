import { mutant } from '../../selftest/mutant.js';
import { cancelMakes, patchMakes, stores } from '../../selftest/mutants/changes.js';

const earliest = '1970-01-01T00:00:00Z';

export const mutants = [
  mutant(
    'LIFECYCLE-8',
    'a failed action has no completedDateTime',
    stores((action) => action.status === 'Failed' && { completedDateTime: null }),
    { alsoFails: ['RESOURCE-11'] },
  ),
  mutant(
    'LIFECYCLE-8',
    'a cancelled action has no completedDateTime',
    cancelMakes((_, before) => ({ completedDateTime: before.completedDateTime })),
    { alsoFails: ['RESOURCE-11'] },
  ),
  mutant(
    'LIFECYCLE-8',
    'completedDateTime is always 1970',
    stores((action) => action.status === 'Completed' && { completedDateTime: earliest }),
    { alsoFails: ['RESOURCE-10', 'UPDATE-16'] },
  ),
  mutant(
    'LIFECYCLE-8',
    'an action that was never running has no completedDateTime',
    patchMakes(
      (right, before) => before.status === 'NotStarted' && right.status === 'Completed' && { completedDateTime: null },
    ),
    { alsoFails: ['RESOURCE-11'] },
  ),
];
