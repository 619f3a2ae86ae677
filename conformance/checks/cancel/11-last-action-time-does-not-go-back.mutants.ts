import { mutant } from '../../selftest/mutant.js';
import { cancelled } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'CANCEL-11',
    'a cancel sets the time of the last action to that of the creation',
    cancelled((right) => ({ lastActionDateTime: right.createdDateTime })),
    { alsoFails: ['LIFECYCLE-10', 'LIFECYCLE-11'] },
  ),
];
