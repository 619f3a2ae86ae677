import { mutant } from '../../selftest/mutant.js';
import { refuses } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-18',
    'an empty list of pairs crashes',
    refuses((body) => Array.isArray(body.parameters) && body.parameters.length === 0, 500),
  ),
  mutant(
    'CREATE-18',
    'an empty list of pairs is a conflict',
    refuses((body) => Array.isArray(body.parameters) && body.parameters.length === 0, 409),
  ),
];
