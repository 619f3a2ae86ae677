import { mutant } from '../../selftest/mutant.js';
import { rejectsIn } from '../../selftest/mutants/cancel/responses.js';
import { staysLocked } from '../../selftest/mutants/sequences/rejected.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CANCEL-1',
    'cancel responds with 202',
    { fetch: editStatus(on('cancel', 204), 202) },
    { alsoFails: ['CANCEL-14', 'HTTP-17'] },
  ),
  mutant('CANCEL-1', 'cancel rejects a running action', rejectsIn('Running', 409), {
    alsoFails: ['CANCEL-4', 'CANCEL-5', 'CANCEL-6'],
  }),
  mutant('CANCEL-1', 'cancel rejects an action after an invalid PATCH', staysLocked('cancel'), {
    foundBy: 'sequences',
  }),
];
