import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-5', 'error.details of a rejected create is an object', {
    fetch: editError(on('create', 400), ({ details, ...error }) => ({
      ...error,
      ...(details !== undefined && { details: { name: 'is wrong' } }),
    })),
  }),
  mutant('ERROR-5', 'error.details of a rejected update have no code', {
    fetch: editError(on('update', 400), ({ details, ...error }) => ({
      ...error,
      ...(details !== undefined && { details: [{ message: 'is wrong' }] }),
    })),
  }),
];
