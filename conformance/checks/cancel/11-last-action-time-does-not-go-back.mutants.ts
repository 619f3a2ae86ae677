import { mutant } from '../../selftest/mutant.js';
import { cancelMakes } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'CANCEL-11',
    'cancel sets lastActionDateTime to createdDateTime',
    cancelMakes((right) => ({ lastActionDateTime: right.createdDateTime })),
    { alsoFails: ['LIFECYCLE-10', 'LIFECYCLE-11'] },
  ),
];
