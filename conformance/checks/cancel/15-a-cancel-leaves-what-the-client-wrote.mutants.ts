import { mutant } from '../../selftest/mutant.js';
import { nth } from '../../selftest/mutants/cancel/nth-cancel.js';
import { cancelled } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'CANCEL-15',
    'a cancel says so in the reason',
    cancelled((right, before) => right !== before && { actionReason: 'Cancelled' }),
  ),
  mutant(
    'CANCEL-15',
    'a second cancel clears the pairs',
    nth(2, (action) => ({ ...action, parameters: [] })),
    { alsoFails: ['LIFECYCLE-14'] },
  ),
  mutant(
    'CANCEL-15',
    'a cancel of a running action drops the sub-provider',
    cancelled(
      (_, before) =>
        before.status === 'Running' && {
          vendorInformation: { ...before.vendorInformation, subProvider: null },
        },
    ),
  ),
  mutant(
    'CANCEL-15',
    'a cancel clears the context, as nobody waits any more',
    cancelled((right, before) => right !== before && { clientContext: null }),
  ),
];
