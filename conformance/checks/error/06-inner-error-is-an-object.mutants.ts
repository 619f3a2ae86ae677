import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-6', 'error.innerError of a 404 response is a string', {
    fetch: editError(on('any', 404), (error) => ({ ...error, innerError: 'KeyNotFoundException' })),
  }),
  mutant('ERROR-6', 'error.innererror of a 400 response is an array', {
    fetch: editError(on('any', 400), ({ innerError, ...error }) => ({ ...error, innererror: [innerError] })),
  }),
];
