import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';
import { patchAdopts } from '../../selftest/mutants/update/server-owned.js';

export const mutants = [
  mutant('UPDATE-24', 'PATCH adopts states', patchAdopts('states'), { alsoFails: ['RESOURCE-13', 'LIFECYCLE-7'] }),
  mutant('UPDATE-24', 'PATCH adopts lastActionDateTime', patchAdopts('lastActionDateTime'), {
    alsoFails: ['LIFECYCLE-10'],
  }),
  mutant(
    'UPDATE-24',
    'PATCH appends states from the body to the history',
    patchMakes(
      (right, __, { states }) => Array.isArray(states) && states.length > 0 && { states: [...right.states, ...states] },
    ),
    { alsoFails: ['RESOURCE-13', 'LIFECYCLE-7'] },
  ),
  mutant(
    'UPDATE-24',
    'PATCH clears the history when states is empty',
    patchMakes((_, __, { states }) => Array.isArray(states) && states.length === 0 && { states }),
    { alsoFails: ['RESOURCE-13', 'LIFECYCLE-7'] },
  ),
];
