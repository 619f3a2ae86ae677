import { mutant } from '../../selftest/mutant.js';
import { isFinished, stores } from '../../selftest/mutants/changes.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'LIFECYCLE-10',
    'a final status sets lastActionDateTime back to the creation',
    stores((action) => isFinished(action) && { lastActionDateTime: action.createdDateTime }),
    { alsoFails: ['UPDATE-14', 'CANCEL-11', 'LIFECYCLE-11'] },
  ),
  mutant(
    'LIFECYCLE-10',
    'a get shows lastActionDateTime in whole minutes, the response to a change does not',
    {
      fetch: editActions(on('get'), (action) => {
        const { lastActionDateTime: last } = action;
        return typeof last === 'string' ? { ...action, lastActionDateTime: `${last.slice(0, 16)}:00Z` } : action;
      }),
    },
    { alsoFails: ['RESOURCE-18'] },
  ),
];
