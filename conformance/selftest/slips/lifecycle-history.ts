import { slip } from '../slip.js';
import { editActions, on } from '../wire.js';
import { cancelled, isFinal, patched, stored } from './_changes.js';

export const slips = [
  slip(
    'LIFECYCLE-6',
    'the end adds two entries',
    stored((action) => {
      const [last, earlier] = [action.states.at(-1), action.states.at(-2)];
      return (
        last !== undefined && isFinal(action) && last.status !== earlier?.status && { states: [...action.states, last] }
      );
    }),
  ),
  slip(
    'LIFECYCLE-6',
    'a cancel is not in the history',
    cancelled((_, before) => ({ states: before.states })),
  ),
  slip(
    'LIFECYCLE-6',
    'the second step is not in the history',
    patched(
      (right, before) => before.states.length === 2 && right.status !== before.status && { states: before.states },
    ),
    { relatives: ['UPDATE-15'] },
  ),
  slip(
    'LIFECYCLE-6',
    'an entry has the status that was left',
    patched(
      (right, before) =>
        right.status !== before.status && {
          states: right.states.map((entry, index) =>
            index < before.states.length ? entry : { ...entry, status: before.status },
          ),
        },
    ),
    { relatives: ['UPDATE-15'] },
  ),
  slip(
    'LIFECYCLE-7',
    'the history is newest first',
    {
      fetch: editActions(on('any'), (action) =>
        Array.isArray(action.states) ? { ...action, states: action.states.toReversed() } : action,
      ),
    },
    { relatives: ['RESOURCE-13', 'UPDATE-15', 'LIFECYCLE-6'] },
  ),
  slip(
    'LIFECYCLE-7',
    'the last entry is dated anew by a change of a text',
    patched(
      (right, before) =>
        right !== before &&
        right.status === before.status && {
          states: right.states.with(-1, {
            ...right.states.at(-1),
            updatedDateTime: right.lastActionDateTime,
          } as (typeof right.states)[number]),
        },
    ),
    { relatives: ['UPDATE-5', 'UPDATE-24', 'LIFECYCLE-12'] },
  ),
  slip(
    'LIFECYCLE-7',
    'only the last two entries are kept',
    stored(({ states }) => ({ states: states.slice(-2) })),
    { relatives: ['UPDATE-15', 'LIFECYCLE-6'] },
  ),
  slip(
    'LIFECYCLE-7',
    'the entry of the end is dated by another clock',
    stored(
      (action) =>
        isFinal(action) && {
          states: action.states.map((entry, index) =>
            index === action.states.length - 1 ? { ...entry, updatedDateTime: '2001-02-03T04:05:06Z' } : entry,
          ),
        },
    ),
    { relatives: ['RESOURCE-13'] },
  ),
  slip(
    'LIFECYCLE-10',
    'the end sets the time of the last action back to the creation',
    stored((action) => isFinal(action) && { lastActionDateTime: action.createdDateTime }),
    { relatives: ['UPDATE-14', 'CANCEL-11', 'LIFECYCLE-11'] },
  ),
  slip(
    'LIFECYCLE-10',
    'a get shows the time of the last action in whole minutes, the answer to a change does not',
    {
      fetch: editActions(on('get'), (action) => {
        const { lastActionDateTime: last } = action;
        return typeof last === 'string' ? { ...action, lastActionDateTime: `${last.slice(0, 16)}:00Z` } : action;
      }),
    },
    { relatives: ['RESOURCE-18'] },
  ),
  slip(
    'LIFECYCLE-11',
    'the time of the last action is that of the creation',
    stored((action) => ({ lastActionDateTime: action.createdDateTime })),
  ),
  slip(
    'LIFECYCLE-11',
    'a cancel does not count as an action',
    cancelled((_, before) => ({ lastActionDateTime: before.lastActionDateTime })),
  ),
  slip(
    'LIFECYCLE-11',
    'only the first change sets the time of the last action',
    patched(
      (_, before) =>
        before.lastActionDateTime !== before.createdDateTime && {
          lastActionDateTime: before.lastActionDateTime,
        },
    ),
  ),
];
