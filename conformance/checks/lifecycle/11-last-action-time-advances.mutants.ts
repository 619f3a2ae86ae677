import { mutant } from '../../selftest/mutant.js';
import { cancelMakes, patchMakes, stores } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'LIFECYCLE-11',
    'lastActionDateTime is always createdDateTime',
    stores((action) => ({ lastActionDateTime: action.createdDateTime })),
  ),
  mutant(
    'LIFECYCLE-11',
    'a cancel does not change lastActionDateTime',
    cancelMakes((_, before) => ({ lastActionDateTime: before.lastActionDateTime })),
  ),
  mutant(
    'LIFECYCLE-11',
    'only the first change sets lastActionDateTime',
    patchMakes(
      (_, before) =>
        before.lastActionDateTime !== before.createdDateTime && {
          lastActionDateTime: before.lastActionDateTime,
        },
    ),
  ),
];
