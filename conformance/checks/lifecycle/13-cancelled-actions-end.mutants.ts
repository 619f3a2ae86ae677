import { mutant } from '../../selftest/mutant.js';
import { cancelMakes } from '../../selftest/mutants/changes.js';
import { sinceLastTransition } from '../../selftest/mutants/sequences/lifecycle.js';

export const mutants = [
  mutant(
    'LIFECYCLE-13',
    'a cancel of a running action is accepted and forgotten',
    cancelMakes((_, before) => before.status === 'Running' && before),
  ),
  mutant(
    'LIFECYCLE-13',
    'a cancel only says so in the error',
    cancelMakes((right, before) => ({ ...before, errorInfo: right.errorInfo })),
    { alsoFails: ['SURFACE-11'] },
  ),
  mutant(
    'LIFECYCLE-13',
    'a cancel is answered and not carried out after a text was changed',
    sinceLastTransition((touched) => cancelMakes((_, before) => touched(before.id) && before)),
    { foundBy: 'sequences' },
  ),
];
