import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';
import { lists } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-19',
    'an action that starts running gets a completedDateTime',
    patchMakes(({ status, lastActionDateTime }) => status === 'Running' && { completedDateTime: lastActionDateTime }),
  ),
  mutant(
    'RESOURCE-19',
    'an update of a text sets completedDateTime',
    patchMakes(
      ({ status, lastActionDateTime, completedDateTime }, _, sent) =>
        status === 'NotStarted' &&
        'actionReason' in sent && { completedDateTime: completedDateTime ?? lastActionDateTime },
    ),
  ),
  mutant(
    'RESOURCE-19',
    'list shows completedDateTime as a date where it is null',
    lists((action) =>
      'completedDateTime' in action
        ? { ...action, completedDateTime: action.completedDateTime ?? '2026-01-01T00:00:00Z' }
        : action,
    ),
    { alsoFails: ['RESOURCE-18'] },
  ),
];
