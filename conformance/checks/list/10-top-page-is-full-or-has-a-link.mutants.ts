import { mutant } from '../../selftest/mutant.js';
import { number } from '../../selftest/mutants/list/numbers.js';

export const mutants = [
  mutant(
    'LIST-10',
    '$top returns one element too few',
    number('$top', (top) => Math.max(0, top - 1)),
    { alsoFails: ['LIST-12'] },
  ),
];
