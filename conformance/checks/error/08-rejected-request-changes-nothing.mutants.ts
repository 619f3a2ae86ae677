import { mutant } from '../../selftest/mutant.js';
import { missingAfterRejection } from '../../selftest/mutants/at-first.js';
import { rejectedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { isPatch } from '../../selftest/mutants/changes.js';
import { movesInList } from '../../selftest/mutants/list/moves.js';
import { carriesOutAfter, writesTexts } from '../../selftest/mutants/sequences/rejected.js';
import type { MakesDifference, Wrap } from '../../selftest/server/difference.js';
import { idIn, operationOf } from '../../selftest/server/operation.js';

/** Stores the valid properties of a PATCH one by one after it is rejected with this status. */
function storesValidProperties(status: number): Wrap {
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

/** True for a cancel that is rejected because it has no token. */
const anonymousCancel = (request: Request, response: Response) =>
  response.status === 401 && operationOf(request) === 'cancel' && !request.headers.has('authorization');

/** Rejected requests set the date of the last action. */
function setsDate(which: (request: Request, rejection: Response) => boolean): MakesDifference {
  return () => {
    const touched = new Map<string, string>();
    return {
      fetch: (inner) => async (request) => {
        const [copy, id] = [request.clone(), idIn(request)];
        const response = await inner(request);
        if (response.status >= 400 && which(copy, response)) touched.set(id, new Date(Date.now() + 10).toISOString());
        return response;
      },
      behaviour: (right) => ({
        present: (action, select) => {
          const [shown, date] = [right.present(action, select), touched.get(action.id)];
          return date && 'lastActionDateTime' in shown ? { ...shown, lastActionDateTime: date } : shown;
        },
      }),
    };
  };
}

export const mutants = [
  mutant(
    'ERROR-8',
    'a PATCH rejected with 409 changes other properties',
    { fetch: storesValidProperties(409) },
    { alsoFails: ['LIFECYCLE-4'] },
  ),
  mutant(
    'ERROR-8',
    'a PATCH rejected with 412 changes the action',
    { fetch: storesValidProperties(412) },
    { alsoFails: ['UPDATE-21'] },
  ),
  mutant(
    'ERROR-8',
    'a PATCH rejected with 400 changes the valid properties',
    {
      fetch: storesValidProperties(400),
    },
    { alsoFails: ['UPDATE-10', 'UPDATE-11'] },
  ),
  mutant('ERROR-8', 'a cancel rejected with 401 takes effect', rejectedButDone(anonymousCancel), {
    alsoFails: ['LIFECYCLE-15'],
  }),
  mutant(
    'ERROR-8',
    'a PATCH rejected with 415 changes the action',
    {
      fetch: storesValidProperties(415),
    },
    { alsoFails: ['UPDATE-22'] },
  ),
  mutant('ERROR-8', 'a rejected PATCH moves the action to the end of the list', movesInList(isPatch, 'rejected')),
  mutant(
    'ERROR-8',
    'a rejected PATCH sets lastActionDateTime',
    setsDate((request, { status }) => isPatch(request) && status === 400),
  ),
  mutant('ERROR-8', 'a cancel without a token sets lastActionDateTime', setsDate(anonymousCancel)),
  mutant(
    'ERROR-8',
    'a PATCH of a changed action is rejected for its caller but takes effect',
    carriesOutAfter(writesTexts, isPatch, 'shows the rejection'),
    { foundBy: 'sequences' },
  ),
  mutant('ERROR-8', 'the action of a rejected request is missing in the list for a moment', missingAfterRejection),
];
