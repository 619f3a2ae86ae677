import { mutant } from '../../selftest/mutant.js';
import { readsNumber } from '../../selftest/mutants/list/numbers.js';

export const mutants = [
  mutant(
    'LIST-10',
    '$top returns one element too few',
    { ...readsNumber('$top', (top) => Math.max(0, top - 1)), options: { topLimits: 'list' } },
    { alsoFails: ['LIST-12'] },
  ),
];
