import type { Action } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { changed, lists } from '../../selftest/mutants/shown.js';

/** The action as it would be had nobody noted when it ended. */
function endless(action: Action): Action {
  return { ...action, completedDateTime: null };
}

export const mutants = [
  mutant(
    'RESOURCE-11',
    'a cancel notes no end',
    {
      behaviour: (right) => ({
        cancel: (action, by) => {
          const after = right.cancel(action, by);
          return after === action ? action : endless(after);
        },
      }),
    },
    { alsoFails: ['LIFECYCLE-8'] },
  ),
  mutant(
    'RESOURCE-11',
    'only what began has an end',
    {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const after = right.applyPatch(action, patch, change);
          return action.status === 'NotStarted' && after.completedDateTime ? endless(after) : after;
        },
      }),
    },
    { alsoFails: ['LIFECYCLE-8'] },
  ),
  mutant('RESOURCE-11', 'the list does not tell when actions ended', lists(changed('completedDateTime', () => null)), {
    alsoFails: ['RESOURCE-18'],
  }),
];
