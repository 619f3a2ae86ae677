import { mutant } from '../../selftest/mutant.js';
import { readsSelect } from '../../selftest/mutants/get/select.js';

export const mutants = [
  mutant(
    'GET-5',
    'get selects only the first property',
    readsSelect((names) => names.split(',')[0] ?? names),
  ),
  mutant(
    'GET-5',
    'get rejects $select with more than one property',
    readsSelect((names) => names.replace(',', ';')),
    { alsoFails: ['GET-6'] },
  ),
];
