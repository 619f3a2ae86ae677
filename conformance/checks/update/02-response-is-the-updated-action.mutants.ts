import { mutant } from '../../selftest/mutant.js';
import { bodyOf, isPatch, readBeside } from '../../selftest/mutants/changes.js';
import { editJson, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'UPDATE-2',
    'PATCH returns the action as it was before',
    {
      fetch: (inner) => async (request) => {
        if (!isPatch(request)) return inner(request);
        const before = await inner(readBeside(request));
        const response = await inner(request);
        return response.status === 200 ? before : response;
      },
    },
    { alsoFails: ['RESOURCE-18'] },
  ),
  mutant(
    'UPDATE-2',
    'PATCH returns the request body',
    {
      fetch: (inner) => async (request) => {
        const sent = isPatch(request) ? await bodyOf(request) : {};
        const response = await inner(request);
        const isReplaced = isPatch(request) && response.status === 200 && sent.id === undefined;
        return isReplaced ? Response.json(sent, response) : response;
      },
    },
    { alsoFails: ['UPDATE-3', 'UPDATE-18', 'UPDATE-20', 'HTTP-5'] },
  ),
  mutant('UPDATE-2', 'PATCH wraps the action in data', {
    fetch: editJson(on('update', 200), (data) => ({ data })),
  }),
];
