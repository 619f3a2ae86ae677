import { mutant } from '../../selftest/mutant.js';
import { refusesIn } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant('CANCEL-13', 'a cancel of a completed action is not found', refusesIn('Completed', 404)),
  mutant('CANCEL-13', 'a cancel of a failed action is not allowed', refusesIn('Failed', 403), {
    alsoFails: ['CANCEL-12'],
  }),
];
