import type { FetchHandler } from '../../engine/http/transport/handler.js';
import type { Action } from '../../reference/action/action.js';
import { enterStatus, server } from '../../reference/action/history.js';
import { stamp, timestamp } from '../../reference/action/instant.js';
import type { Difference, MakesDifference } from '../difference.js';
import { refused } from '../refused.js';
import { slip } from '../slip.js';
import { editHeaders, on } from '../wire.js';

/** Requests of that method whose path ends so are answered in another way. */
function takes(
  method: string,
  end: RegExp,
  answer: (request: Request, inner: FetchHandler) => Response | Promise<Response>,
): Difference {
  return {
    fetch: (inner) => async (request) =>
      request.method === method && end.test(new URL(request.url).pathname) ? answer(request, inner) : inner(request),
  };
}

const item = /\/securityActions\/[^/]+$/;
const cancel = /cancelSecurityAction$/;
const qualified = /\/microsoft\.graph\.cancelSecurityAction$/;

/** A 204 as the reference would write it. */
function done(request: Request): Response {
  const { headers } = refused(400)(request);
  headers.delete('content-type');
  return new Response(null, { status: 204, headers });
}

const allow = { allow: 'GET, HEAD, PATCH' };

/** What a get does to the action that it shows, before or after it was shown. */
function gettingDoes(when: 'before' | 'after', change: (action: Action) => Action): Difference {
  return {
    behaviour: (right) => ({
      lookUp: (collection, id, by) => {
        const version = right.lookUp(collection, id, by);
        if (by !== 'get' || version === undefined) return version;
        const written = collection.save(change(version.action));
        return when === 'before' ? written : version;
      },
    }),
  };
}

/** An unfinished action goes one step on. */
function begin(action: Action): Action {
  const [author, at] = [server, stamp(action, Date.now())];
  return action.status === 'NotStarted' ? enterStatus(action, 'Running', { at, author }) : action;
}

/** DELETE is refused, and the action is gone all the same. */
const deletesAndRefuses: MakesDifference = () => {
  const gone = new Set<string>();
  return {
    ...takes('DELETE', item, (request) => {
      gone.add(new URL(request.url).pathname.split('/').at(-1) ?? '');
      return refused(405, allow)(request);
    }),
    behaviour: (right) => ({
      lookUp: (collection, id, by) => (gone.has(id) ? undefined : right.lookUp(collection, id, by)),
    }),
  };
};

export const slips = [
  slip(
    'SURFACE-7',
    'a GET on cancelSecurityAction cancels',
    takes('GET', cancel, ({ url, headers }, inner) => inner(new Request(url, { method: 'POST', headers }))),
  ),
  slip('SURFACE-7', 'a GET on cancelSecurityAction crashes', takes('GET', cancel, refused(500))),
  slip(
    'SURFACE-7',
    'a GET on cancelSecurityAction is routed to the action',
    takes('GET', cancel, ({ url, headers }, inner) =>
      inner(new Request(url.slice(0, url.lastIndexOf('/')), { headers })),
    ),
  ),
  slip('SURFACE-8', 'PUT crashes', takes('PUT', item, refused(500))),
  slip(
    'SURFACE-8',
    'PUT is refused, and has replaced the action',
    takes('PUT', item, async (request, inner) => {
      await inner(new Request(request, { method: 'PATCH' }));
      return refused(405, allow)(request);
    }),
  ),
  slip('SURFACE-9', 'DELETE is answered with 204 and deletes nothing', takes('DELETE', item, done)),
  slip('SURFACE-9', 'DELETE is refused, and the action is gone', deletesAndRefuses),
  slip('SURFACE-10', 'no 405 says what is allowed', {
    fetch: editHeaders(on('any', 405), (headers) => headers.delete('allow')),
  }),
  slip('SURFACE-10', 'PUT is caught by a filter that knows no methods', takes('PUT', item, refused(405))),
  slip('SURFACE-11', 'the qualified cancel is not routed', takes('POST', qualified, refused(404))),
  slip('SURFACE-11', 'the qualified cancel is answered with 204 and does nothing', takes('POST', qualified, done)),
  slip(
    'SURFACE-12',
    'a get counts as an action on it',
    gettingDoes('before', (action) => ({ ...action, lastActionDateTime: timestamp(stamp(action, Date.now())) })),
  ),
  slip('SURFACE-12', 'an action begins when it was read', gettingDoes('after', begin)),
  slip(
    'SURFACE-12',
    'who reads an action becomes its user',
    gettingDoes('after', (action) => ({ ...action, user: 'reader@example.com' })),
    { relatives: ['RESOURCE-18', 'UPDATE-23'] },
  ),
];
