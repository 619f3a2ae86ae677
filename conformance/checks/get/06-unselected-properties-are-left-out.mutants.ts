import { mutant } from '../../selftest/mutant.js';
import { readsSelect } from '../../selftest/mutants/get/select.js';

export const mutants = [
  mutant(
    'GET-6',
    'get ignores $select',
    readsSelect(() => '*'),
  ),
];
