import { mutant } from '../../selftest/mutant.js';
import { answersTo } from '../../selftest/mutants/update/preferences.js';
import { refused } from '../../selftest/server/refused.js';
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
  mutant('UPDATE-19', 'PATCH rejects return=minimal with 501', answersTo('return=minimal', refused(501))),
];
