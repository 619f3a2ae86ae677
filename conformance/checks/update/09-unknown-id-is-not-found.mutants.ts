import { mutant } from '../../selftest/mutant.js';
import { bodyOf, isPatch, withBody } from '../../selftest/mutants/changes.js';
import { editStatus, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'UPDATE-9',
    'an update of an unknown id is answered with 400',
    { fetch: editStatus(on('update', 404), 400) },
    { alsoFails: ['AUTH-12'] },
  ),
  mutant(
    'UPDATE-9',
    'an update of an unknown id is answered with 204',
    { fetch: editStatus(on('update', 404), 204) },
    { alsoFails: ['AUTH-12'] },
  ),
  mutant('UPDATE-9', 'an update of an unknown id creates an action', {
    fetch: (inner) => async (request) => {
      const sent = isPatch(request) ? await bodyOf(request) : {};
      const answer = await inner(request);
      if (!isPatch(request) || answer.status !== 404) return answer;
      const collection = new Request(request.url.replace(/\/[^/]+$/, ''), { method: 'POST', headers: request.headers });
      await inner(withBody(collection, { parameters: [], ...sent }));
      return answer;
    },
  }),
];
