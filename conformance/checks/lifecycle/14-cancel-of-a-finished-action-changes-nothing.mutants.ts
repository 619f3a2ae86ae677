import type { State } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { cancelMakes, isFinished } from '../../selftest/mutants/changes.js';
import { errorInfo } from '../../selftest/mutants/lifecycle/error-info.js';
import { sinceLastTransition } from '../../selftest/mutants/sequences/lifecycle.js';

const again = (states: readonly State[]) => [...states, ...states.slice(-1)];

export const mutants = [
  mutant(
    'LIFECYCLE-14',
    'a second cancel adds an entry',
    cancelMakes((right, before) => before.status === 'Failed' && { states: again(right.states) }),
  ),
  mutant(
    'LIFECYCLE-14',
    'a cancel of a completed action sets an error',
    cancelMakes((_, before) => before.status === 'Completed' && { errorInfo }),
  ),
  mutant('LIFECYCLE-14', 'a cancel of a finished action changes completedDateTime', {
    behaviour: (right) => ({
      cancel: (action, change) =>
        isFinished(action)
          ? { ...action, completedDateTime: new Date(change.at + 60_000).toISOString() }
          : right.cancel(action, change),
    }),
  }),
  mutant(
    'LIFECYCLE-14',
    'a cancel adds an entry when the action was changed after its end',
    sinceLastTransition((touched) =>
      cancelMakes(
        (right, before) =>
          isFinished(before) && touched(before.id) && { states: [...right.states, ...right.states.slice(-1)] },
      ),
    ),
    { foundBy: 'sequences' },
  ),
];
