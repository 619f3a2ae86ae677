import { mutant } from '../../selftest/mutant.js';
import { nthCancel } from '../../selftest/mutants/cancel/nth-cancel.js';
import { cancelMakes } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'CANCEL-15',
    'cancel overwrites actionReason',
    cancelMakes((right, before) => right !== before && { actionReason: 'Cancelled' }),
  ),
  mutant(
    'CANCEL-15',
    'a second cancel clears the parameters',
    nthCancel(2, (action) => ({ ...action, parameters: [] })),
    { alsoFails: ['LIFECYCLE-14'] },
  ),
  mutant(
    'CANCEL-15',
    'cancel of a running action clears subProvider',
    cancelMakes(
      (_, before) =>
        before.status === 'Running' && {
          vendorInformation: { ...before.vendorInformation, subProvider: null },
        },
    ),
  ),
  mutant(
    'CANCEL-15',
    'cancel clears clientContext',
    cancelMakes((right, before) => right !== before && { clientContext: null }),
  ),
];
