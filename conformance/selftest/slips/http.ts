import type { Operation } from '../../../generated/requirements.js';
import type { Difference, Wrap } from '../difference.js';
import { operationOf } from '../operation.js';
import { refused } from '../refused.js';
import { slip } from '../slip.js';
import { editHeaders, editStatus, editText, instead, on, type When, wraps } from '../wire.js';

const set = (when: When, name: string, value: string): Wrap => editHeaders(when, (headers) => headers.set(name, value));
const remove = (when: When, name: string): Wrap => editHeaders(when, (headers) => headers.delete(name));

/** After the first thirty requests, which are the probe's, every seventh is turned away with this. */
function throttled(answer: (request: Request) => Response): () => Difference {
  return () => {
    let count = 0;
    return { fetch: (inner) => (request) => (++count > 30 && count % 7 === 0 ? answer(request) : inner(request)) };
  };
}

/** Every other create is carried out and, when it is sent for the first time, answered with this. Which ones depends on their bodies alone. */
function doneAndThrottled(status: 429 | 503): () => Difference {
  return () => {
    const known = new Set<string>();
    return {
      fetch: (inner) => async (request) => {
        const body = operationOf(request) === 'create' ? await request.clone().text() : '';
        const response = await inner(request);
        const unlucky = Buffer.from(body).reduce((sum, byte) => sum + byte, 0) % 2 === 0;
        if (response.status !== 201 || !unlucky || known.has(body)) return response;
        known.add(body);
        return refused(status, { 'retry-after': '0' })(request);
      },
    };
  };
}

/** What a client asks with that says nothing of what it accepts. */
const withoutAccept =
  (operation: Operation): When =>
  (asked) =>
    asked.operation === operation && !asked.request.headers.has('accept');

/** Every client of these is told the id that the first of them sent. */
function firstIdSticks(): Difference {
  let first: string | null = null;
  return {
    fetch: editHeaders(on('any'), (headers, { request }) => {
      first ??= request.headers.get('client-request-id');
      if (first !== null && request.headers.has('client-request-id')) headers.set('client-request-id', first);
    }),
  };
}

function partial(operation: Operation, warning: string): Wrap {
  return wraps(editStatus(on(operation, 200), 206), set(on(operation, 206), 'warning', warning));
}

/** A body that is longer than so many bytes is answered with this. */
function tooLong(answer: (request: Request) => Response): Wrap {
  return (inner) => async (request) =>
    operationOf(request) === 'create' && (await request.clone().text()).length > 1_000_000
      ? answer(request)
      : inner(request);
}

const xml: Wrap = wraps(
  editText(on(['list', 'get'], 'success'), () => '<?xml version="1.0"?><feed/>'),
  set(on(['list', 'get'], 'success'), 'content-type', 'application/xml'),
);
const wantsXml: When = ({ request }) => request.headers.get('accept') === 'application/xml';
const mediaType = (request: Request) => request.headers.get('content-type') ?? '';
const unsupported = (wrong: (type: string) => boolean) =>
  instead(({ operation, request }) => operation === 'create' && wrong(mediaType(request)), refused(415));

export const slips = [
  slip('HTTP-1', 'refusals have no request-id', { fetch: remove(on('any', 'refusal'), 'request-id') }),
  slip('HTTP-1', 'an answer without a body has no request-id', { fetch: remove(on('any', 204), 'request-id') }),
  slip('HTTP-1', 'what is not found has no request-id', {
    fetch: remove(on('any', 404), 'request-id'),
  }),
  slip('HTTP-2', 'refusals do not echo the id of the client', {
    fetch: remove(on('any', 'refusal'), 'client-request-id'),
  }),
  slip('HTTP-2', 'a cancel does not echo the id of the client', { fetch: remove(on('cancel'), 'client-request-id') }),
  slip('HTTP-2', "the server's own id is sent as the client's", {
    fetch: editHeaders(on('any'), (headers) => headers.set('client-request-id', headers.get('request-id') ?? '')),
  }),
  slip('HTTP-2', 'the first id of a client sticks', firstIdSticks),
  slip('HTTP-3', 'a 401 has no date', { fetch: remove(on('any', 401), 'date') }),
  slip('HTTP-3', 'the date of a list is not an HTTP date', { fetch: set(on('list'), 'date', '2019-01-10T12:23:23Z') }),
  slip('HTTP-4', 'the version of OData is 4', { fetch: set(on('list'), 'odata-version', '4') }),
  slip('HTTP-4', 'refusals name the version of OData in the old way', {
    fetch: set(on('any', 'refusal'), 'odata-version', '3.0;'),
  }),
  slip(
    'HTTP-5',
    'a get that says nothing of what it accepts is answered with a page',
    {
      fetch: wraps(
        set(withoutAccept('get'), 'content-type', 'text/html'),
        editText(withoutAccept('get'), () => '<p>An action</p>'),
      ),
    },
    { relatives: ['HTTP-17'] },
  ),
  slip('HTTP-5', 'a list has to say what it accepts', {
    fetch: instead((asked) => withoutAccept('list')(asked) && asked.request.headers.has('authorization'), refused(406)),
  }),
  slip('HTTP-5', 'a PATCH that says nothing of what it accepts is answered without the entity', {
    fetch: editStatus((asked) => withoutAccept('update')(asked) && asked.status === 200, 204),
  }),
  slip(
    'HTTP-6',
    'a client that takes XML alone gets XML',
    {
      fetch: (inner) => {
        const asXml = xml(inner);
        return (request) => {
          if (!wantsXml({ operation: operationOf(request), request })) return inner(request);
          const headers = new Headers(request.headers);
          headers.set('accept', 'application/json');
          return asXml(new Request(request, { headers }));
        };
      },
    },
    { relatives: ['HTTP-17'] },
  ),
  slip('HTTP-7', 'a 429 does not say how long to wait', throttled(refused(429))),
  slip('HTTP-7', 'a 429 says to wait less than nothing', throttled(refused(429, { 'retry-after': '-1' }))),
  slip(
    'HTTP-7',
    'a 429 names a date of its own form',
    throttled((request) => refused(429, { 'retry-after': new Date().toISOString() })(request)),
  ),
  slip(
    'HTTP-7',
    'a 429 comes from a gateway with a text',
    throttled(
      () =>
        new Response('Slow down', {
          status: 429,
          headers: {
            'retry-after': '0',
            'content-type': 'application/json',
            'request-id': '1',
            date: new Date().toUTCString(),
          },
        }),
    ),
    { relatives: ['ERROR-1'] },
  ),
  slip('HTTP-8', 'a create is counted after it was made', doneAndThrottled(429)),
  slip('HTTP-8', 'a create is made and then found to have taken too long', doneAndThrottled(503)),
  slip(
    'HTTP-9',
    'a huge body is too much for the service, which does not say how long',
    { fetch: tooLong(refused(503)) },
    { relatives: ['HTTP-16'] },
  ),
  slip('HTTP-10', 'every list is said to follow a page size', {
    fetch: set(on('list', 'success'), 'preference-applied', 'odata.maxpagesize=100'),
  }),
  slip('HTTP-10', 'an update says which representation it chose for itself', {
    fetch: set(on('update', 200), 'preference-applied', 'return=representation'),
  }),
  slip('HTTP-11', 'a partial get warns in words of its own', {
    fetch: partial('get', '299 - "some providers failed"'),
  }),
  slip('HTTP-11', 'the warnings of a partial list are parted by semicolons', {
    fetch: partial('list', '199 - "Contoso/Firewall/504/10000"; 199 - "Fabrikam/Proxy/500/20"'),
  }),
  slip('HTTP-11', 'a warning leaves the time out', { fetch: partial('get', '199 - "Contoso/Firewall/504"') }),
  slip(
    'HTTP-15',
    'the media type is compared as a text',
    { fetch: unsupported((type) => type.startsWith('application/json;')) },
    { relatives: ['CREATE-1'] },
  ),
  slip('HTTP-15', 'the charset is compared with regard to case', {
    fetch: unsupported((type) => type.includes('UTF-8')),
  }),
  slip('HTTP-16', 'a huge body ends in an error of the server', { fetch: tooLong(refused(500)) }),
  slip(
    'HTTP-17',
    'a list is called text/json',
    { fetch: set(on('list', 200), 'content-type', 'text/json') },
    { relatives: ['HTTP-5'] },
  ),
  slip(
    'HTTP-17',
    'an update names no media type',
    { fetch: remove(on('update', 200), 'content-type') },
    { relatives: ['HTTP-5'] },
  ),
  slip(
    'HTTP-17',
    'a cancel is accepted for later',
    { fetch: editStatus(on('cancel', 204), 202) },
    { relatives: ['CANCEL-1', 'CANCEL-14', 'SURFACE-5', 'SURFACE-11'] },
  ),
];
