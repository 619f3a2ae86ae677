import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-6', 'the inner error of a 404 is a text', {
    fetch: editError(on('any', 404), (error) => ({ ...error, innerError: 'KeyNotFoundException' })),
  }),
  mutant('ERROR-6', 'the inner errors of a 400 are listed', {
    fetch: editError(on('any', 400), ({ innerError, ...error }) => ({ ...error, innererror: [innerError] })),
  }),
];
