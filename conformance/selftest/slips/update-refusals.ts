import { statuses } from '../../../generated/lifecycle.js';
import { isObject } from '../../engine/evidence/reply.js';
import { operationOf } from '../operation.js';
import { slip } from '../slip.js';
import { editRequest, editStatus, type Json, on } from '../wire.js';
import { bodyOf, doneBeforeRefused, isPatch, readsPatch, withBody } from './_changes.js';

function without(body: Json, name: string): Json {
  return Object.fromEntries(Object.entries(body).filter(([member]) => member !== name));
}

/** A PATCH under these media types counts as JSON. */
function takesAsJson(forgiven: (type: string) => boolean) {
  return editRequest(
    ({ request }) => operationOf(request) === 'update' && forgiven(request.headers.get('content-type') ?? ''),
    (request) => {
      const headers = new Headers(request.headers);
      headers.set('content-type', 'application/json');
      return new Request(request, { headers });
    },
  );
}

export const slips = [
  slip(
    'UPDATE-10',
    'a status that is none is ignored',
    readsPatch((body) => (statuses.includes(body.status as never) ? body : without(body, 'status'))),
  ),
  slip(
    'UPDATE-10',
    'the number of a status is taken for it',
    readsPatch((body) => (typeof body.status === 'number' ? { ...body, status: statuses[body.status] } : body)),
  ),
  slip(
    'UPDATE-10',
    'a status with a space behind it is taken',
    readsPatch((body) => (typeof body.status === 'string' ? { ...body, status: body.status.trim() } : body)),
  ),
  slip(
    'UPDATE-10',
    'a date is not looked at',
    readsPatch((body) => without(body, 'completedDateTime')),
  ),
  slip(
    'UPDATE-10',
    'a day that the year lacks is moved into the next month',
    readsPatch((body) => {
      const { completedDateTime: sent } = body;
      const lenient = typeof sent === 'string' && /^\d{4}-02-29T/.test(sent);
      return lenient ? { ...body, completedDateTime: new Date(sent).toISOString() } : body;
    }),
  ),
  slip(
    'UPDATE-10',
    'numbers are taken for texts',
    readsPatch((body) =>
      typeof body.actionReason === 'number' ? { ...body, actionReason: String(body.actionReason) } : body,
    ),
  ),
  slip(
    'UPDATE-10',
    'a vendor with a wrong part is ignored',
    readsPatch((body) => {
      const { vendorInformation: sent } = body;
      const wrong = isObject(sent) && !Object.values(sent).every((part) => part === null || typeof part === 'string');
      return wrong ? without(body, 'vendorInformation') : body;
    }),
  ),
  slip(
    'UPDATE-10',
    'one pair is taken for a list of one',
    readsPatch((body) => (isObject(body.parameters) ? { ...body, parameters: [body.parameters] } : body)),
  ),
  slip(
    'UPDATE-10',
    'the reason is written before a wrong name is refused',
    doneBeforeRefused(async (request) => {
      const { name, actionReason } = isPatch(request) ? await bodyOf(request) : {};
      const half = typeof name === 'number' && typeof actionReason === 'string';
      return half ? withBody(request, { actionReason }) : undefined;
    }),
  ),
  slip(
    'UPDATE-11',
    'a long context is cut',
    readsPatch((body) =>
      typeof body.clientContext === 'string' ? { ...body, clientContext: body.clientContext.slice(0, 256) } : body,
    ),
  ),
  slip(
    'UPDATE-11',
    'the length of the context is looked at on create only',
    {
      behaviour: (right) => ({
        validateUpdate: (body) => {
          const { clientContext } = body;
          if (typeof clientContext !== 'string') return right.validateUpdate(body);
          return { ...right.validateUpdate(without(body, 'clientContext')), clientContext };
        },
      }),
    },
    { relatives: ['LIST-2'] },
  ),
  slip(
    'UPDATE-11',
    'one character too many is taken',
    readsPatch((body) =>
      typeof body.clientContext === 'string' && body.clientContext.length === 257
        ? { ...body, clientContext: body.clientContext.slice(1) }
        : body,
    ),
  ),
  slip('UPDATE-21', 'If-Match is not looked at', { behaviour: { checkPrecondition: () => undefined } }),
  slip('UPDATE-21', 'a tag that is out of date is refused with 409', { fetch: editStatus(on('update', 412), 409) }),
  slip('UPDATE-21', 'If-Match is not looked at where the status is set', {
    fetch: (inner) => async (request) => {
      const { status } = isPatch(request) ? await bodyOf(request) : {};
      if (status === undefined) return inner(request);
      const headers = new Headers(request.headers);
      headers.delete('if-match');
      return inner(new Request(request, { headers }));
    },
  }),
  slip(
    'UPDATE-21',
    'the change is written before the tag is compared',
    doneBeforeRefused(async (request) => {
      const tag = isPatch(request) && request.headers.get('if-match');
      const body = await bodyOf(request);
      return tag && body.actionReason === 'Sent with a stale tag' ? withoutTag(request, body) : undefined;
    }),
  ),
  slip('UPDATE-22', 'text/plain is taken for JSON', { fetch: takesAsJson((type) => type === 'text/plain') }),
  slip('UPDATE-22', 'an update does not look at the media type', {
    fetch: takesAsJson((type) => type !== ''),
  }),
];

function withoutTag(request: Request, body: Json): Request {
  const headers = new Headers(request.headers);
  headers.delete('if-match');
  return withBody(new Request(request.clone(), { headers }), body);
}
