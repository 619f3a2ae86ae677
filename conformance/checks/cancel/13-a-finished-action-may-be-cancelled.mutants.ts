import { mutant } from '../../selftest/mutant.js';
import { rejectsIn } from '../../selftest/mutants/cancel/responses.js';

export const mutants = [
  mutant('CANCEL-13', 'cancel of a completed action responds with 404', rejectsIn('Completed', 404)),
  mutant('CANCEL-13', 'cancel of a failed action responds with 403', rejectsIn('Failed', 403), {
    alsoFails: ['CANCEL-12'],
  }),
];
