import { mutant } from '../../selftest/mutant.js';
import { cancelMakes, patchMakes } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'LIFECYCLE-9',
    'a cancelled action has no error',
    cancelMakes((_, before) => ({ errorInfo: before.errorInfo })),
    { alsoFails: ['RESOURCE-12'] },
  ),
  mutant(
    'LIFECYCLE-9',
    'a running action has no error when it fails',
    patchMakes((right, before) => before.status === 'Running' && right.status === 'Failed' && { errorInfo: null }),
    { alsoFails: ['RESOURCE-12'] },
  ),
  mutant(
    'LIFECYCLE-9',
    'a PATCH of the reason clears the error',
    patchMakes((right, before) => right.actionReason !== before.actionReason && { errorInfo: null }),
    { alsoFails: ['RESOURCE-12', 'UPDATE-5'] },
  ),
];
