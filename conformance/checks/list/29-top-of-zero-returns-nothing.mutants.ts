import { mutant } from '../../selftest/mutant.js';
import { readsOption } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-29',
    '$top=0 is taken for no value',
    readsOption('$top', (top) => (top === '0' ? undefined : top)),
  ),
  mutant(
    'LIST-29',
    '$top=0 is raised to 1',
    readsOption('$top', (top) => (top === '0' ? '1' : top)),
  ),
];
