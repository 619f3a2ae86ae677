import { mutant } from '../../selftest/mutant.js';
import { cancelMakes } from '../../selftest/mutants/changes.js';
import { sinceLastTransition } from '../../selftest/mutants/sequences/lifecycle.js';

export const mutants = [
  mutant(
    'LIFECYCLE-13',
    'a cancel of a running action is accepted and ignored',
    cancelMakes((_, before) => before.status === 'Running' && before),
  ),
  mutant(
    'LIFECYCLE-13',
    'a cancel sets only the error',
    cancelMakes((right, before) => ({ ...before, errorInfo: right.errorInfo })),
    { alsoFails: ['SURFACE-11'] },
  ),
  mutant(
    'LIFECYCLE-13',
    'a cancel is accepted and ignored after a string was changed',
    sinceLastTransition((touched) => cancelMakes((_, before) => touched(before.id) && before)),
    { foundBy: 'sequences' },
  ),
];
