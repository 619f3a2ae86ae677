import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-2', 'error.code of a 404 response is a number', {
    fetch: editError(on('any', 404), (error) => ({ ...error, code: 404 })),
  }),
  mutant('ERROR-2', 'a 403 response has no error.code', {
    fetch: editError(on('any', 403), ({ code: _, ...error }) => error),
  }),
  mutant('ERROR-2', 'error.code of a rejected create is null', {
    fetch: editError(on('create', 400), (error) => ({ ...error, code: null })),
  }),
];
