import { mutant } from '../../selftest/mutant.js';
import { keeps } from '../../selftest/mutants/create/create.js';
import { rewritesPairs } from '../../selftest/mutants/create/pairs.js';

export const mutants = [
  mutant(
    'CREATE-13',
    'create sorts pairs by name',
    rewritesPairs((pairs) => pairs.toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1))),
  ),
  mutant(
    'CREATE-13',
    'create moves pairs with numeric names to the front',
    rewritesPairs((pairs) =>
      pairs.toSorted((a, b) => Number(/^\d+$/.test(String(b.name))) - Number(/^\d+$/.test(String(a.name)))),
    ),
  ),
  mutant(
    'CREATE-13',
    'create returns the pairs in order but stores them in reverse',
    keeps((action) => ({ parameters: action.parameters.toReversed() })),
    { alsoFails: ['RESOURCE-18'] },
  ),
];
