import { mutant } from '../../selftest/mutant.js';
import { refusesIn } from '../../selftest/mutants/cancel/responses.js';
import { locked } from '../../selftest/mutants/sequences/refused.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CANCEL-1',
    'a cancel is answered with 202',
    { fetch: editStatus(on('cancel', 204), 202) },
    { alsoFails: ['SURFACE-5', 'SURFACE-11', 'CANCEL-14', 'HTTP-17'] },
  ),
  mutant('CANCEL-1', 'a running action cannot be cancelled', refusesIn('Running', 409), {
    alsoFails: ['CANCEL-4', 'CANCEL-5', 'CANCEL-6'],
  }),
  mutant('CANCEL-1', 'after an invalid PATCH the action cannot be cancelled', locked('cancel'), {
    foundBy: 'sequences',
  }),
];
