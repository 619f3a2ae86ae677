import { mutant } from '../../selftest/mutant.js';
import { bodyOf, isPatch, readBeside } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'UPDATE-2',
    'the answer shows the action as it was before',
    {
      fetch: (inner) => async (request) => {
        if (!isPatch(request)) return inner(request);
        const before = await inner(readBeside(request));
        const answer = await inner(request);
        return answer.status === 200 ? before : answer;
      },
    },
    { alsoFails: ['RESOURCE-18'] },
  ),
  mutant(
    'UPDATE-2',
    'the answer is the body that was sent',
    {
      fetch: (inner) => async (request) => {
        const sent = isPatch(request) ? await bodyOf(request) : {};
        const answer = await inner(request);
        const isShown = isPatch(request) && answer.status === 200 && sent.id === undefined;
        return isShown ? Response.json(sent, answer) : answer;
      },
    },
    { alsoFails: ['UPDATE-3', 'UPDATE-18', 'UPDATE-20', 'HTTP-5'] },
  ),
];
