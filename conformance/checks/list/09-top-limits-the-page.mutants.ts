import { mutant } from '../../selftest/mutant.js';
import { readsOption, readsOptions } from '../../selftest/mutants/list/list.js';
import { readsNumber } from '../../selftest/mutants/list/numbers.js';

export const mutants = [
  mutant(
    'LIST-9',
    '$top returns one element too many',
    readsNumber('$top', (top) => top + 1),
    { alsoFails: ['LIST-10', 'LIST-12'] },
  ),
  mutant(
    'LIST-9',
    '$top is ignored beside $filter',
    readsOptions((options) => options.has('$filter') && options.delete('$top')),
    { alsoFails: ['LIST-10', 'LIST-12'] },
  ),
  mutant(
    'LIST-9',
    '$top=1 is ignored',
    readsOption('$top', (top) => (top === '1' ? undefined : top)),
  ),
  mutant(
    'LIST-9',
    '$top is honoured only beside $skip',
    readsOptions((options) => !options.has('$skip') && options.delete('$top')),
    { alsoFails: ['LIST-10'] },
  ),
  mutant(
    'LIST-9',
    '$top above 2 is ignored',
    readsOption('$top', (top) => (Number(top) > 2 ? undefined : top)),
  ),
  mutant(
    'LIST-9',
    'odd values of $top are ignored',
    readsOption('$top', (top) => (Number(top) % 2 === 1 ? undefined : top)),
  ),
  mutant('LIST-9', '$top is declared and ignored', {
    ...readsOption('$top', () => undefined),
    declared: { offers: ['top'] },
  }),
];
