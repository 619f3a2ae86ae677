import { mutant } from '../../selftest/mutant.js';
import { patched } from '../../selftest/mutants/changes.js';
import { adopts } from '../../selftest/mutants/update/server-owned.js';

export const mutants = [
  mutant('UPDATE-24', 'the history is taken over', adopts('states'), { alsoFails: ['RESOURCE-13', 'LIFECYCLE-7'] }),
  mutant('UPDATE-24', 'the time of the last action is taken over', adopts('lastActionDateTime'), {
    alsoFails: ['LIFECYCLE-10'],
  }),
  mutant(
    'UPDATE-24',
    'entries that were sent are added to the history',
    patched(
      (right, __, { states }) => Array.isArray(states) && states.length > 0 && { states: [...right.states, ...states] },
    ),
    { alsoFails: ['RESOURCE-13', 'LIFECYCLE-7'] },
  ),
  mutant(
    'UPDATE-24',
    'an empty history clears the stored one',
    patched((_, __, { states }) => Array.isArray(states) && states.length === 0 && { states }),
    { alsoFails: ['RESOURCE-13', 'LIFECYCLE-7'] },
  ),
];
