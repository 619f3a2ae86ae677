import { mutant } from '../../selftest/mutant.js';
import { bodyOf, isPatch, withBody } from '../../selftest/mutants/changes.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'UPDATE-9',
    'PATCH of an unknown id responds with 400',
    { fetch: editStatus(on('update', 404), 400) },
    { alsoFails: ['AUTH-12'] },
  ),
  mutant(
    'UPDATE-9',
    'PATCH of an unknown id responds with 204',
    { fetch: editStatus(on('update', 404), 204) },
    { alsoFails: ['AUTH-12'] },
  ),
  mutant('UPDATE-9', 'PATCH of an unknown id creates an action', {
    fetch: (inner) => async (request) => {
      const sent = isPatch(request) ? await bodyOf(request) : {};
      const response = await inner(request);
      if (!isPatch(request) || response.status !== 404) return response;
      const collection = new Request(request.url.replace(/\/[^/]+$/, ''), { method: 'POST', headers: request.headers });
      await inner(withBody(collection, { parameters: [], ...sent }));
      return response;
    },
  }),
];
