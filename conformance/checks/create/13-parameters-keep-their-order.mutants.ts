import { mutant } from '../../selftest/mutant.js';
import { keeps } from '../../selftest/mutants/create/create.js';
import { rewritesPairs } from '../../selftest/mutants/create/pairs.js';

export const mutants = [
  mutant(
    'CREATE-13',
    'pairs are sorted by their names',
    rewritesPairs((pairs) => pairs.toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1))),
    { alsoFails: ['HTTP-13'] },
  ),
  mutant(
    'CREATE-13',
    'pairs whose names are numbers come first',
    rewritesPairs((pairs) =>
      pairs.toSorted((a, b) => Number(/^\d+$/.test(String(b.name))) - Number(/^\d+$/.test(String(a.name)))),
    ),
  ),
  mutant(
    'CREATE-13',
    'a get shows the pairs the last one first',
    keeps((action) => ({ parameters: action.parameters.toReversed() })),
    { alsoFails: ['RESOURCE-18', 'HTTP-13'] },
  ),
];
