import { mutant } from '../../selftest/mutant.js';
import { editError, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('ERROR-5', 'details are an object by property', {
    fetch: editError(on('create', 400), ({ details, ...error }) => ({
      ...error,
      ...(details !== undefined && { details: { name: 'is wrong' } }),
    })),
  }),
  mutant('ERROR-5', 'the details of an update have no code', {
    fetch: editError(on('update', 400), ({ details, ...error }) => ({
      ...error,
      ...(details !== undefined && { details: [{ message: 'is wrong' }] }),
    })),
  }),
];
