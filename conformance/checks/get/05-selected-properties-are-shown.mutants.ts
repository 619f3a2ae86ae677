import { mutant } from '../../selftest/mutant.js';
import { selects } from '../../selftest/mutants/get/select.js';

export const mutants = [
  mutant(
    'GET-5',
    'a get selects the first property alone',
    selects((names) => names.split(',')[0] ?? names),
  ),
  mutant(
    'GET-5',
    'a get selects one property and refuses more',
    selects((names) => names.replace(',', ';')),
    { alsoFails: ['GET-6'] },
  ),
];
