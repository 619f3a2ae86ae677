import { mutant } from '../../selftest/mutant.js';
import { cancelMakes, isFinished, patchMakes, stores } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'LIFECYCLE-6',
    'a final status adds two entries',
    stores((action) => {
      const [last, earlier] = [action.states.at(-1), action.states.at(-2)];
      return (
        last !== undefined &&
        isFinished(action) &&
        last.status !== earlier?.status && { states: [...action.states, last] }
      );
    }),
  ),
  mutant(
    'LIFECYCLE-6',
    'a cancel adds no entry',
    cancelMakes((_, before) => ({ states: before.states })),
  ),
  mutant(
    'LIFECYCLE-6',
    'the second status change adds no entry',
    patchMakes(
      (right, before) => before.states.length === 2 && right.status !== before.status && { states: before.states },
    ),
    { alsoFails: ['UPDATE-15'] },
  ),
  mutant(
    'LIFECYCLE-6',
    'an entry has the previous status',
    patchMakes(
      (right, before) =>
        right.status !== before.status && {
          states: right.states.map((entry, index) =>
            index < before.states.length ? entry : { ...entry, status: before.status },
          ),
        },
    ),
    { alsoFails: ['UPDATE-15'] },
  ),
];
