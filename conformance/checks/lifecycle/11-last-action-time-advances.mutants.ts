import { mutant } from '../../selftest/mutant.js';
import { cancelMakes, patchMakes, stores } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'LIFECYCLE-11',
    'the time of the last action is that of the creation',
    stores((action) => ({ lastActionDateTime: action.createdDateTime })),
  ),
  mutant(
    'LIFECYCLE-11',
    'a cancel does not count as an action',
    cancelMakes((_, before) => ({ lastActionDateTime: before.lastActionDateTime })),
  ),
  mutant(
    'LIFECYCLE-11',
    'only the first change sets the time of the last action',
    patchMakes(
      (_, before) =>
        before.lastActionDateTime !== before.createdDateTime && {
          lastActionDateTime: before.lastActionDateTime,
        },
    ),
  ),
];
