import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-2', 'the code of a 404 is the number of the status', {
    fetch: editError(on('any', 404), (error) => ({ ...error, code: 404 })),
  }),
  mutant('ERROR-2', 'a 403 has no code', { fetch: editError(on('any', 403), ({ code: _, ...error }) => error) }),
  mutant('ERROR-2', 'the code of a refused create is null', {
    fetch: editError(on('create', 400), (error) => ({ ...error, code: null })),
  }),
];
