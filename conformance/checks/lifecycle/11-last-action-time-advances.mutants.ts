import { mutant } from '../../selftest/mutant.js';
import { cancelled, patched, stored } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'LIFECYCLE-11',
    'the time of the last action is that of the creation',
    stored((action) => ({ lastActionDateTime: action.createdDateTime })),
  ),
  mutant(
    'LIFECYCLE-11',
    'a cancel does not count as an action',
    cancelled((_, before) => ({ lastActionDateTime: before.lastActionDateTime })),
  ),
  mutant(
    'LIFECYCLE-11',
    'only the first change sets the time of the last action',
    patched(
      (_, before) =>
        before.lastActionDateTime !== before.createdDateTime && {
          lastActionDateTime: before.lastActionDateTime,
        },
    ),
  ),
];
