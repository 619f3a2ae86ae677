import { mutant } from '../../selftest/mutant.js';
import { respondsToPreference } from '../../selftest/mutants/update/preferences.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { editStatus } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'UPDATE-19',
    'PATCH with return=minimal responds with 202',
    {
      fetch: editStatus(
        ({ operation, request, status }) =>
          operation === 'update' && status === 204 && request.headers.get('prefer') === 'return=minimal',
        202,
      ),
    },
    { alsoFails: ['HTTP-17'] },
  ),
  mutant('UPDATE-19', 'PATCH rejects return=minimal with 501', respondsToPreference('return=minimal', rejectWith(501))),
];
