import type { Operation } from '../../../generated/requirements.js';
import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

const items: readonly Operation[] = ['get', 'update', 'cancel'];

export const mutants = [
  mutant('ERROR-4', 'error.message of a 404 response is empty', {
    fetch: editError(on(items, 404), (error) => ({ ...error, message: '' })),
  }),
  mutant('ERROR-4', 'error.message of a rejected create is an object', {
    fetch: editError(on('create', 400), ({ message, ...error }) => ({
      ...error,
      message: { lang: 'en', value: message },
    })),
  }),
  mutant('ERROR-4', 'a 412 response has no error.message', {
    fetch: editError(on('any', 412), ({ message: _, ...error }) => error),
  }),
];
