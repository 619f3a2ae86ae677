import { mutant } from '../../selftest/mutant.js';
import { cancelled, patched } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'LIFECYCLE-9',
    'a cancelled action has no error',
    cancelled((_, before) => ({ errorInfo: before.errorInfo })),
    { alsoFails: ['RESOURCE-12'] },
  ),
  mutant(
    'LIFECYCLE-9',
    'an action that ran has no error when it fails',
    patched((right, before) => before.status === 'Running' && right.status === 'Failed' && { errorInfo: null }),
    { alsoFails: ['RESOURCE-12'] },
  ),
  mutant(
    'LIFECYCLE-9',
    'a change of the reason clears the error',
    patched((right, before) => right.actionReason !== before.actionReason && { errorInfo: null }),
    { alsoFails: ['RESOURCE-12'] },
  ),
];
