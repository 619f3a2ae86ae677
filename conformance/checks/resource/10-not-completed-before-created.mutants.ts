import { mutant } from '../../selftest/mutant.js';
import { editsMember, shows } from '../../selftest/mutants/shown.js';

function day(date: string | null): string | null {
  return date && `${date.slice(0, 10)}T00:00:00Z`;
}

export const mutants = [
  mutant(
    'RESOURCE-10',
    'completedDateTime has no time of day',
    {
      behaviour: (right) => ({
        applyPatch: (action, patch, change) => {
          const after = right.applyPatch(action, patch, change);
          const isKept = after.completedDateTime === action.completedDateTime;
          return isKept ? after : { ...after, completedDateTime: day(after.completedDateTime) };
        },
      }),
    },
    { alsoFails: ['UPDATE-16', 'LIFECYCLE-8'] },
  ),
  mutant(
    'RESOURCE-10',
    'completedDateTime is one hour early',
    shows(editsMember('completedDateTime', (date) => new Date(Date.parse(String(date)) - 3_600_000).toISOString())),
    { alsoFails: ['UPDATE-16', 'LIFECYCLE-8'] },
  ),
  mutant(
    'RESOURCE-10',
    'an unfinished action shows a completedDateTime before its creation',
    shows((action) => ({ ...action, completedDateTime: action.completedDateTime ?? '2001-02-03T04:05:06Z' })),
    { alsoFails: ['CREATE-42'] },
  ),
];
