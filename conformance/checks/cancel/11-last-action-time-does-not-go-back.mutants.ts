import { mutant } from '../../selftest/mutant.js';
import { cancelled } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'CANCEL-11',
    'cancel sets lastActionDateTime to createdDateTime',
    cancelled((right) => ({ lastActionDateTime: right.createdDateTime })),
    { alsoFails: ['LIFECYCLE-10', 'LIFECYCLE-11'] },
  ),
];
