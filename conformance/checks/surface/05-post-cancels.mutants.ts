import { Refusal } from '../../reference/refusal.js';
import { mutant } from '../../selftest/mutant.js';
import { offers } from '../../selftest/mutants/surface/allowed-methods.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('SURFACE-5', 'POST is not routed to cancelSecurityAction', offers('cancel'), {
    alsoFails: ['SURFACE-11', 'CANCEL-1', 'CANCEL-4', 'CANCEL-5', 'CANCEL-6', 'CANCEL-13'],
  }),
  mutant(
    'SURFACE-5',
    'an action that has not begun cannot be cancelled',
    {
      behaviour: (right) => ({
        cancel: (action, by) => {
          if (action.status === 'NotStarted') throw new Refusal(409, 'The action is not running.');
          return right.cancel(action, by);
        },
      }),
    },
    { alsoFails: ['SURFACE-11', 'CANCEL-1', 'CANCEL-4', 'CANCEL-5', 'CANCEL-6'] },
  ),
  mutant(
    'SURFACE-5',
    'a cancel is answered with 202, as if it took long',
    { fetch: editStatus(on('cancel', 204), 202) },
    { alsoFails: ['SURFACE-11', 'CANCEL-1', 'CANCEL-14', 'HTTP-17'] },
  ),
];
