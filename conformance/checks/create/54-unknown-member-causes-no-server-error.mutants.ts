import { mutant } from '../../selftest/mutant.js';
import { objectIn, pairsIn, rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-54',
    'create crashes on an unknown member',
    rejectsCreate((body) => Object.keys(body).some((name) => name.startsWith('x')), 500),
  ),
  mutant(
    'CREATE-54',
    'create crashes on an unknown member of a pair',
    rejectsCreate((body) => pairsIn(body).some((pair) => objectIn(pair)['x-unknown'] !== undefined), 500),
  ),
];
