import { mutant } from '../../selftest/mutant.js';
import { patched } from '../../selftest/mutants/changes.js';
import { adopts } from '../../selftest/mutants/update/server-owned.js';

export const mutants = [
  mutant('UPDATE-24', 'PATCH adopts states', adopts('states'), { alsoFails: ['RESOURCE-13', 'LIFECYCLE-7'] }),
  mutant('UPDATE-24', 'PATCH adopts lastActionDateTime', adopts('lastActionDateTime'), {
    alsoFails: ['LIFECYCLE-10'],
  }),
  mutant(
    'UPDATE-24',
    'PATCH appends states from the body to the history',
    patched(
      (right, __, { states }) => Array.isArray(states) && states.length > 0 && { states: [...right.states, ...states] },
    ),
    { alsoFails: ['RESOURCE-13', 'LIFECYCLE-7'] },
  ),
  mutant(
    'UPDATE-24',
    'PATCH clears the history when states is empty',
    patched((_, __, { states }) => Array.isArray(states) && states.length === 0 && { states }),
    { alsoFails: ['RESOURCE-13', 'LIFECYCLE-7'] },
  ),
];
