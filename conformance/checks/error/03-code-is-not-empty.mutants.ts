import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-3', 'error.code of a 401 response is empty', {
    fetch: editError(on('any', 401), (error) => ({ ...error, code: '' })),
  }),
  mutant('ERROR-3', 'error.code of a rejected update is empty', {
    fetch: editError(on('update', 400), (error) => ({ ...error, code: '' })),
  }),
];
