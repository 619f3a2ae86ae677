import { mutant } from '../../selftest/mutant.js';
import { isFinished, patchMakes, stores } from '../../selftest/mutants/changes.js';
import { afterTheRun } from '../../selftest/mutants/late.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'LIFECYCLE-7',
    'the history is newest first',
    {
      fetch: editActions(on('any'), (action) =>
        Array.isArray(action.states) ? { ...action, states: action.states.toReversed() } : action,
      ),
    },
    { alsoFails: ['RESOURCE-13', 'UPDATE-15', 'LIFECYCLE-6'] },
  ),
  mutant(
    'LIFECYCLE-7',
    'a PATCH of a string changes the date of the last entry',
    patchMakes(
      (right, before) =>
        right !== before &&
        right.status === before.status && {
          states: right.states.with(-1, {
            ...right.states.at(-1),
            updatedDateTime: right.lastActionDateTime,
          } as (typeof right.states)[number]),
        },
    ),
    { alsoFails: ['UPDATE-5', 'UPDATE-24', 'LIFECYCLE-12'] },
  ),
  mutant(
    'LIFECYCLE-7',
    'only the last two entries are kept',
    stores(({ states }) => ({ states: states.slice(-2) })),
    { alsoFails: ['UPDATE-15', 'LIFECYCLE-6'] },
  ),
  mutant(
    'LIFECYCLE-7',
    'the entry of a final status has the date of another clock',
    stores(
      (action) =>
        isFinished(action) && {
          states: action.states.map((entry, index) =>
            index === action.states.length - 1 ? { ...entry, updatedDateTime: '2001-02-03T04:05:06Z' } : entry,
          ),
        },
    ),
    { alsoFails: ['RESOURCE-13'] },
  ),
  mutant(
    'LIFECYCLE-7',
    'the history of one in five actions is cut later',
    afterTheRun((action, number) => (number % 5 === 0 ? { ...action, states: action.states.slice(1) } : action)),
    { foundBy: 'audit' },
  ),
];
