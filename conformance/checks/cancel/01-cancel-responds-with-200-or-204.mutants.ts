import { mutant } from '../../selftest/mutant.js';
import { refusesIn } from '../../selftest/mutants/cancel/responses.js';
import { locked } from '../../selftest/mutants/sequences/refused.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CANCEL-1',
    'cancel responds with 202',
    { fetch: editStatus(on('cancel', 204), 202) },
    { alsoFails: ['SURFACE-5', 'SURFACE-11', 'CANCEL-14', 'HTTP-17'] },
  ),
  mutant('CANCEL-1', 'cancel rejects a running action', refusesIn('Running', 409), {
    alsoFails: ['CANCEL-4', 'CANCEL-5', 'CANCEL-6'],
  }),
  mutant('CANCEL-1', 'cancel rejects an action after an invalid PATCH', locked('cancel'), {
    foundBy: 'sequences',
  }),
];
