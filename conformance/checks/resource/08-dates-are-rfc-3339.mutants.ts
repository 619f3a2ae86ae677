import { mutant } from '../../selftest/mutant.js';
import { dates } from '../../selftest/mutants/resource/dates.js';
import { editsEach, editsMember, gets, lists, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant('RESOURCE-8', 'dates have no zone', shows(dates((date) => date.slice(0, -1))), {
    alsoFails: [],
  }),
  mutant(
    'RESOURCE-8',
    'list shows createdDateTime with a space instead of T',
    lists(editsMember('createdDateTime', (date) => String(date).replace('T', ' '))),
  ),
  mutant(
    'RESOURCE-8',
    'get shows the year 1 as completedDateTime of unfinished actions',
    gets((action) =>
      'completedDateTime' in action
        ? { ...action, completedDateTime: action.completedDateTime ?? '0001-01-01T00:00:00' }
        : action,
    ),
    { alsoFails: ['RESOURCE-18'] },
  ),
  mutant(
    'RESOURCE-8',
    'states shows HTTP dates',
    shows(
      editsMember('states', editsEach(editsMember('updatedDateTime', (date) => new Date(String(date)).toUTCString()))),
    ),
  ),
];
