import type { Operation } from '../../../generated/requirements.js';
import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

const items: readonly Operation[] = ['get', 'update', 'cancel'];

export const mutants = [
  mutant('ERROR-4', 'the message of a 404 is empty', {
    fetch: editError(on(items, 404), (error) => ({ ...error, message: '' })),
  }),
  mutant('ERROR-4', 'the message of a refused create is an object with a language', {
    fetch: editError(on('create', 400), ({ message, ...error }) => ({
      ...error,
      message: { lang: 'en', value: message },
    })),
  }),
  mutant('ERROR-4', 'a 412 has no message', { fetch: editError(on('any', 412), ({ message: _, ...error }) => error) }),
];
