import { mutant } from '../../selftest/mutant.js';
import { respondsWith } from '../../selftest/mutants/cancel/responses.js';
import { isCancel, readBeside } from '../../selftest/mutants/changes.js';

const json = { 'content-type': 'application/json' };

export const mutants = [
  mutant('CANCEL-2', 'cancel returns the action', {
    fetch: (inner) => async (request) => {
      const response = await inner(request);
      return isCancel(request) && response.status === 204 ? inner(readBeside(request)) : response;
    },
  }),
  mutant('CANCEL-2', 'cancel returns an empty object', respondsWith('{}', json)),
];
