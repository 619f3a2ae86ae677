import { Rejection } from '../../reference/rejection.js';
import { mutant } from '../../selftest/mutant.js';
import { allowsMethods } from '../../selftest/mutants/surface/allowed-methods.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('SURFACE-5', 'POST is not routed to cancelSecurityAction', allowsMethods('cancel'), {
    alsoFails: ['SURFACE-11', 'CANCEL-1', 'CANCEL-4', 'CANCEL-5', 'CANCEL-6', 'CANCEL-13'],
  }),
  mutant(
    'SURFACE-5',
    'cancel rejects an action that has not started',
    {
      behaviour: (right) => ({
        cancel: (action, by) => {
          if (action.status === 'NotStarted') throw new Rejection(409, 'The action is not running.');
          return right.cancel(action, by);
        },
      }),
    },
    { alsoFails: ['SURFACE-11', 'CANCEL-1', 'CANCEL-4', 'CANCEL-5', 'CANCEL-6'] },
  ),
  mutant(
    'SURFACE-5',
    'cancel responds with a redirect',
    { fetch: editStatus(on('cancel', 204), 303) },
    { alsoFails: ['SURFACE-11', 'CANCEL-1', 'CANCEL-4', 'CANCEL-5', 'CANCEL-6', 'CANCEL-13', 'HTTP-17'] },
  ),
];
