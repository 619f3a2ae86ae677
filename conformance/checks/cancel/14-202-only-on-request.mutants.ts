import { mutant } from '../../selftest/mutant.js';
import { editStatus } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CANCEL-14',
    'cancel of a running action responds with 202',
    () => {
      let running = false;
      return {
        behaviour: (right) => ({
          cancel: (action, change) => {
            running = action.status === 'Running';
            return right.cancel(action, change);
          },
          cancelled: () => (running ? { status: 202 } : right.cancelled()),
        }),
      };
    },
    { alsoFails: ['CANCEL-1', 'HTTP-17'] },
  ),
  mutant(
    'CANCEL-14',
    'cancel treats every preference as respond-async',
    {
      fetch: editStatus(
        ({ operation, request, status }) => operation === 'cancel' && status === 204 && request.headers.has('prefer'),
        202,
      ),
    },
    { alsoFails: ['CANCEL-1', 'HTTP-17'] },
  ),
];
