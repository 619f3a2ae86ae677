import { mutant } from '../../selftest/mutant.js';
import { rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-18',
    'create crashes when parameters are empty',
    rejectsCreate((body) => Array.isArray(body.parameters) && body.parameters.length === 0, 500),
  ),
  mutant(
    'CREATE-18',
    'create rejects empty parameters with 409',
    rejectsCreate((body) => Array.isArray(body.parameters) && body.parameters.length === 0, 409),
  ),
];
