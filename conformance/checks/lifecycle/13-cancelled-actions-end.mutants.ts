import { mutant } from '../../selftest/mutant.js';
import { cancelled } from '../../selftest/mutants/changes.js';
import { sinceItsLastStep } from '../../selftest/mutants/sequences/lifecycle.js';

export const mutants = [
  mutant(
    'LIFECYCLE-13',
    'a cancel of a running action is accepted and forgotten',
    cancelled((_, before) => before.status === 'Running' && before),
  ),
  mutant(
    'LIFECYCLE-13',
    'a cancel only says so in the error',
    cancelled((right, before) => ({ ...before, errorInfo: right.errorInfo })),
    { alsoFails: ['SURFACE-11'] },
  ),
  mutant(
    'LIFECYCLE-13',
    'a cancel is answered and not carried out after a text was changed',
    sinceItsLastStep((touched) => cancelled((_, before) => touched(before.id) && before)),
    { foundBy: 'sequences' },
  ),
];
