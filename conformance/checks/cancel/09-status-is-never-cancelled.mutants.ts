import { mutant } from '../../selftest/mutant.js';
import { cancelMakes } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'CANCEL-9',
    'a cancelled action has the status Cancelled',
    cancelMakes((right, before) => right !== before && { status: 'Cancelled' }),
    { alsoFails: ['SURFACE-11', 'RESOURCE-2', 'LIST-2', 'CANCEL-8', 'CANCEL-12', 'LIFECYCLE-13'] },
  ),
  mutant(
    'CANCEL-9',
    'an action cancelled while running has the status Aborted',
    cancelMakes((_, before) => before.status === 'Running' && { status: 'Aborted' }),
    { alsoFails: ['RESOURCE-2', 'LIST-2', 'CANCEL-8', 'CANCEL-12', 'LIFECYCLE-13'] },
  ),
];
