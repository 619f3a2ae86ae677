import { mutant } from '../../selftest/mutant.js';
import { refuses } from '../../selftest/mutants/create/create.js';
import { readsParameters } from '../../selftest/mutants/create/refused-pairs.js';

export const mutants = [
  mutant(
    'CREATE-17',
    'parameters that are null are none',
    readsParameters((parameters) => (parameters === null ? [] : parameters)),
  ),
  mutant(
    'CREATE-17',
    'parameters that are null crash',
    refuses(({ parameters }) => parameters === null, 500),
  ),
];
