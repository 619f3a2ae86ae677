import { mutant } from '../../selftest/mutant.js';
import { editsMember, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-13',
    'states is in descending order',
    shows(editsMember('states', (states) => (states as unknown[]).toReversed())),
    { alsoFails: ['UPDATE-15', 'LIFECYCLE-6', 'LIFECYCLE-7'] },
  ),
  mutant(
    'RESOURCE-13',
    'states keeps only the last entry',
    {
      behaviour: (right) => ({
        save: (collection, action, by) => right.save(collection, { ...action, states: action.states.slice(-1) }, by),
        applyPatch: (action, patch, change) => {
          const after = right.applyPatch(action, patch, change);
          return after.status === action.status && after !== action ? { ...after, states: [] } : after;
        },
      }),
    },
    { alsoFails: ['UPDATE-5', 'UPDATE-15', 'LIFECYCLE-6', 'LIFECYCLE-7', 'LIFECYCLE-12'] },
  ),
];
