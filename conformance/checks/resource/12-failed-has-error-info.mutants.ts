import { enterStatus } from '../../reference/action/history.js';
import { mutant } from '../../selftest/mutant.js';
import { lists } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-12',
    'a cancelled action is Failed without errorInfo',
    {
      behaviour: {
        cancel: (action, { caller, at }) =>
          action.completedDateTime
            ? action
            : { ...enterStatus(action, 'Failed', { at, author: caller }), errorInfo: null },
      },
    },
    { alsoFails: ['LIFECYCLE-9'] },
  ),
  mutant(
    'RESOURCE-12',
    'list omits errorInfo',
    lists(({ errorInfo: _, ...action }) => action),
    { alsoFails: ['RESOURCE-18'] },
  ),
];
