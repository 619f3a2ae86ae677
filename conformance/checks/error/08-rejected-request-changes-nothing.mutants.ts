import type { Wrap } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { refusedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { isPatch } from '../../selftest/mutants/changes.js';
import { forgives, writesTexts } from '../../selftest/mutants/sequences/refused.js';
import { operationOf } from '../../selftest/server/operation.js';

/** After a refusal with the status, the members that are good by themselves are written one by one. */
function goodMembersWritten(status: number): Wrap {
  return (inner) => async (request) => {
    const copy = request.clone();
    const response = await inner(request);
    if (response.status !== status || operationOf(copy) !== 'update') return response;
    const text = await copy.text();
    const headers = new Headers(copy.headers);
    headers.delete('if-match');
    headers.set('content-type', 'application/json');
    const members = [...text.matchAll(/"(name|actionReason)":\s*("[^"]*")/g)];
    for (const [, name, value] of members) {
      await inner(new Request(copy.url, { method: 'PATCH', headers, body: `{"${name}":${value}}` }));
    }
    return response;
  };
}

/** A cancel that was refused because it came without a token. */
const anonymousCancel = (request: Request, refusal: Response) =>
  refusal.status === 401 && operationOf(request) === 'cancel' && !request.headers.has('authorization');

export const mutants = [
  mutant(
    'ERROR-8',
    'a PATCH refused for its status has written the rest',
    { fetch: goodMembersWritten(409) },
    { alsoFails: ['LIFECYCLE-4'] },
  ),
  mutant(
    'ERROR-8',
    'a PATCH for another version is refused after it was written',
    { fetch: goodMembersWritten(412) },
    { alsoFails: ['UPDATE-21'] },
  ),
  mutant(
    'ERROR-8',
    'an invalid PATCH is written member by member until one is refused',
    {
      fetch: goodMembersWritten(400),
    },
    { alsoFails: ['UPDATE-10', 'UPDATE-11'] },
  ),
  mutant('ERROR-8', 'a cancel without a token is refused after it was done', refusedButDone(anonymousCancel), {
    alsoFails: ['LIFECYCLE-15'],
  }),
  mutant(
    'ERROR-8',
    'a PATCH in another media type is written before that is noticed',
    {
      fetch: goodMembersWritten(415),
    },
    { alsoFails: ['UPDATE-22'] },
  ),
  mutant(
    'ERROR-8',
    'a PATCH of a changed action is refused for who sends it, and done',
    forgives(writesTexts, isPatch, 'a refusal'),
    { foundBy: 'sequences' },
  ),
];
