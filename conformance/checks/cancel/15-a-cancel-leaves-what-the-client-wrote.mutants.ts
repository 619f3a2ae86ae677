import { mutant } from '../../selftest/mutant.js';
import { nth } from '../../selftest/mutants/cancel/nth-cancel.js';
import { cancelled } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'CANCEL-15',
    'cancel overwrites actionReason',
    cancelled((right, before) => right !== before && { actionReason: 'Cancelled' }),
  ),
  mutant(
    'CANCEL-15',
    'a second cancel clears the parameters',
    nth(2, (action) => ({ ...action, parameters: [] })),
    { alsoFails: ['LIFECYCLE-14'] },
  ),
  mutant(
    'CANCEL-15',
    'cancel of a running action clears subProvider',
    cancelled(
      (_, before) =>
        before.status === 'Running' && {
          vendorInformation: { ...before.vendorInformation, subProvider: null },
        },
    ),
  ),
  mutant(
    'CANCEL-15',
    'cancel clears clientContext',
    cancelled((right, before) => right !== before && { clientContext: null }),
  ),
];
