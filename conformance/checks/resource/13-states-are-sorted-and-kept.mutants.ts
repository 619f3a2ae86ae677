import { mutant } from '../../selftest/mutant.js';
import { changed, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-13',
    'history is shown with the newest entry first',
    shows(changed('states', (states) => (states as unknown[]).toReversed())),
    { alsoFails: ['UPDATE-15', 'LIFECYCLE-6', 'LIFECYCLE-7'] },
  ),
  mutant(
    'RESOURCE-13',
    'only the last entry of the history is kept',
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
