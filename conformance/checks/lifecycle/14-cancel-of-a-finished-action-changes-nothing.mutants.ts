import type { State } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { cancelMakes, isCancel, isFinished } from '../../selftest/mutants/changes.js';
import { errorInfo } from '../../selftest/mutants/lifecycle/error-info.js';
import { movesInList } from '../../selftest/mutants/list/moves.js';
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
  mutant('LIFECYCLE-14', 'a cancel of a finished action sets lastActionDateTime', {
    behaviour: (right) => ({
      cancel: (action, change) =>
        isFinished(action)
          ? { ...action, lastActionDateTime: new Date(change.at).toISOString() }
          : right.cancel(action, change),
    }),
  }),
  mutant(
    'LIFECYCLE-14',
    'a cancel of a finished action adds an entry with the same status',
    cancelMakes((right, before) => isFinished(before) && { states: again(right.states) }),
  ),
  mutant(
    'LIFECYCLE-14',
    'a cancel of a finished action moves it to the end of the list',
    movesInList((request) => isCancel(request)),
  ),
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
