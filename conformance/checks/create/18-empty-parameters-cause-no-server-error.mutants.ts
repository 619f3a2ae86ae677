import { mutant } from '../../selftest/mutant.js';
import { refuses } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-18',
    'create crashes when parameters are empty',
    refuses((body) => Array.isArray(body.parameters) && body.parameters.length === 0, 500),
  ),
  mutant(
    'CREATE-18',
    'create rejects empty parameters with 409',
    refuses((body) => Array.isArray(body.parameters) && body.parameters.length === 0, 409),
  ),
];
