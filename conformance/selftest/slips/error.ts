import type { Operation } from '../../../generated/requirements.js';
import type { Wrap } from '../difference.js';
import { operationOf } from '../operation.js';
import { slip } from '../slip.js';
import { editError, editHeaders, editJson, editText, on, type When, wraps } from '../wire.js';
import { refusedButDone } from './_as-writer.js';

const contentType = (when: When, value: string): Wrap =>
  editHeaders(when, (headers) => headers.set('content-type', value));

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

const items: readonly Operation[] = ['get', 'update', 'cancel'];
const trace = {
  javascript:
    'SyntaxError: Unexpected end of input\n    at JSON.parse (<anonymous>)\n    at parse (/srv/app/lib/body.js:96:19)',
  dotnet:
    'System.Collections.Generic.KeyNotFoundException: not present\r\n   at Actions.Store.Find(String id) in C:\\src\\Store.cs:line 42',
  java: 'java.lang.IllegalStateException\n\tat com.example.actions.Service.update(Service.java:118)',
  python: 'Traceback (most recent call last):\n  File "/srv/app/views.py", line 12, in dispatch\nKeyError',
};

export const slips = [
  slip('ERROR-1', 'a 404 has no body', { fetch: editText(on('any', 404), () => '') }, { relatives: ['GET-3'] }),
  slip(
    'ERROR-1',
    'a gateway answers 401 with a page',
    {
      fetch: wraps(
        contentType(on('any', 401), 'text/html'),
        editText(on('any', 401), () => '<h1>Unauthorized</h1>'),
      ),
    },
    { relatives: ['ERROR-7', 'AUTH-1'] },
  ),
  slip('ERROR-1', 'a refused create lists its errors in place of the envelope', {
    fetch: editJson(on('create', 400), ({ error }) => ({ errors: [error] })),
  }),
  slip('ERROR-1', 'a 409 carries the error without its envelope', {
    fetch: editJson(on('any', 409), ({ error }) => error),
  }),
  slip('ERROR-2', 'the code of a 404 is the number of the status', {
    fetch: editError(on('any', 404), (error) => ({ ...error, code: 404 })),
  }),
  slip('ERROR-2', 'a 403 has no code', { fetch: editError(on('any', 403), ({ code: _, ...error }) => error) }),
  slip('ERROR-2', 'the code of a refused create is null', {
    fetch: editError(on('create', 400), (error) => ({ ...error, code: null })),
  }),
  slip('ERROR-3', 'the code of a 401 is empty', {
    fetch: editError(on('any', 401), (error) => ({ ...error, code: '' })),
  }),
  slip('ERROR-3', 'the code of a refused update is empty', {
    fetch: editError(on('update', 400), (error) => ({ ...error, code: '' })),
  }),
  slip('ERROR-4', 'the message of a 404 is empty', {
    fetch: editError(on(items, 404), (error) => ({ ...error, message: '' })),
  }),
  slip('ERROR-4', 'the message of a refused create is an object with a language', {
    fetch: editError(on('create', 400), ({ message, ...error }) => ({
      ...error,
      message: { lang: 'en', value: message },
    })),
  }),
  slip('ERROR-4', 'a 412 has no message', { fetch: editError(on('any', 412), ({ message: _, ...error }) => error) }),
  slip('ERROR-5', 'details are an object by property', {
    fetch: editError(on('create', 400), ({ details, ...error }) => ({
      ...error,
      ...(details !== undefined && { details: { name: 'is wrong' } }),
    })),
  }),
  slip('ERROR-5', 'the details of an update have no code', {
    fetch: editError(on('update', 400), ({ details, ...error }) => ({
      ...error,
      ...(details !== undefined && { details: [{ message: 'is wrong' }] }),
    })),
  }),
  slip('ERROR-6', 'the inner error of a 404 is a text', {
    fetch: editError(on('any', 404), (error) => ({ ...error, innerError: 'KeyNotFoundException' })),
  }),
  slip('ERROR-6', 'the inner errors of a 400 are listed', {
    fetch: editError(on('any', 400), ({ innerError, ...error }) => ({ ...error, innererror: [innerError] })),
  }),
  slip('ERROR-7', 'a 400 is a problem document by its media type', {
    fetch: contentType(on('any', 400), 'application/problem+json'),
  }),
  slip('ERROR-7', 'a 404 is plain text', {
    fetch: contentType(on('any', 404), 'text/plain; charset=utf-8'),
  }),
  slip('ERROR-7', 'a 401 has no media type', {
    fetch: editHeaders(on('any', 401), (headers) => headers.delete('content-type')),
  }),
  slip(
    'ERROR-8',
    'a PATCH refused for its status has written the rest',
    { fetch: goodMembersWritten(409) },
    { relatives: ['LIFECYCLE-4'] },
  ),
  slip(
    'ERROR-8',
    'a PATCH for another version is refused after it was written',
    { fetch: goodMembersWritten(412) },
    { relatives: ['UPDATE-21'] },
  ),
  slip(
    'ERROR-8',
    'an invalid PATCH is written member by member until one is refused',
    {
      fetch: goodMembersWritten(400),
    },
    { relatives: ['UPDATE-10', 'UPDATE-11'] },
  ),
  slip('ERROR-8', 'a cancel without a token is refused after it was done', refusedButDone(anonymousCancel), {
    relatives: ['LIFECYCLE-15'],
  }),
  slip(
    'ERROR-8',
    'a PATCH in another media type is written before that is noticed',
    {
      fetch: goodMembersWritten(415),
    },
    { relatives: ['UPDATE-22'] },
  ),
  slip('ERROR-9', 'a body that cannot be parsed is answered with a trace', {
    fetch: editError(on('create', 400), (error) => ({ ...error, message: trace.javascript })),
  }),
  slip('ERROR-9', 'a 404 shows where the look-up failed', {
    fetch: editError(on('get', 404), (error) => ({ ...error, innerError: { stacktrace: trace.dotnet } })),
  }),
  slip('ERROR-9', 'a conflict carries a Java trace', {
    fetch: editError(on('update', 409), (error) => ({ ...error, message: trace.java })),
  }),
  slip('ERROR-9', 'a wrong media type is answered with a traceback', {
    fetch: editError(on('any', 415), (error) => ({ ...error, details: [{ code: 'debug', message: trace.python }] })),
  }),
];
