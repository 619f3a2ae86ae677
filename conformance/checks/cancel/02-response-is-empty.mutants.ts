import { mutant } from '../../selftest/mutant.js';
import { answersWith } from '../../selftest/mutants/cancel/responses.js';
import { isCancel, readBeside } from '../../selftest/mutants/changes.js';

const json = { 'content-type': 'application/json' };

export const mutants = [
  mutant('CANCEL-2', 'a cancel is answered with the action', {
    fetch: (inner) => async (request) => {
      const answer = await inner(request);
      return isCancel(request) && answer.status === 204 ? inner(readBeside(request)) : answer;
    },
  }),
  mutant('CANCEL-2', 'a cancel is answered with an empty object', answersWith('{}', json)),
];
