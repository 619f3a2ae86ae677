import type { StoredAction } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { editsMember, lists } from '../../selftest/mutants/shown.js';

/** Removes `completedDateTime`. */
function withoutCompletedDate(action: StoredAction): StoredAction {
  return { ...action, completedDateTime: null };
}

export const mutants = [
  mutant(
    'RESOURCE-11',
    'cancel does not set completedDateTime',
    {
      behaviour: (right) => ({
        cancel: (action, by) => {
          const after = right.cancel(action, by);
          return after === action ? action : withoutCompletedDate(after);
        },
      }),
    },
    { alsoFails: ['LIFECYCLE-8'] },
  ),
  mutant(
    'RESOURCE-11',
    'an action that ends without running has no completedDateTime',
    {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const after = right.applyPatch(action, patch, change);
          return action.status === 'NotStarted' && after.completedDateTime ? withoutCompletedDate(after) : after;
        },
      }),
    },
    { alsoFails: ['LIFECYCLE-8'] },
  ),
  mutant('RESOURCE-11', 'list shows completedDateTime as null', lists(editsMember('completedDateTime', () => null)), {
    alsoFails: ['RESOURCE-18'],
  }),
];
