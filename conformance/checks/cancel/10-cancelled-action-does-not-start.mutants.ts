import { mutant } from '../../selftest/mutant.js';
import { nthCancel } from '../../selftest/mutants/cancel/nth-cancel.js';
import { cancelMakes } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'CANCEL-10',
    'cancel of a new action starts it',
    cancelMakes((_, before) => before.status === 'NotStarted' && { status: 'Running' }),
    { alsoFails: ['SURFACE-11', 'LIFECYCLE-13'] },
  ),
  mutant(
    'CANCEL-10',
    'a second cancel sets the status to Running',
    nthCancel(2, (action) => ({ ...action, status: 'Running' })),
    {
      alsoFails: ['CANCEL-12', 'CANCEL-13', 'LIFECYCLE-2', 'LIFECYCLE-3', 'LIFECYCLE-14'],
      mayFailInAudit: ['LIFECYCLE-13'],
    },
  ),
];
