import { mutant } from '../../selftest/mutant.js';
import { rejectsCreate } from '../../selftest/mutants/create/create.js';
import { readsParameters } from '../../selftest/mutants/create/invalid-pairs.js';

export const mutants = [
  mutant(
    'CREATE-17',
    'create treats null parameters as an empty list',
    readsParameters((parameters) => (parameters === null ? [] : parameters)),
  ),
  mutant(
    'CREATE-17',
    'create crashes when parameters are null',
    rejectsCreate(({ parameters }) => parameters === null, 500),
  ),
];
