import type { Operation, RequirementId } from '../../../generated/requirements.js';
import type { Difference } from '../server/difference.js';
import {
  editActions,
  editHeaders,
  editJson,
  editStatus,
  editText,
  type Json,
  on,
  respondInstead,
  wraps,
} from '../server/wire.js';
import { type Expected, situation } from '../situation.js';

/** A value with the names of all its members beginning with capital letters. */
function withCapitals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withCapitals);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [
    name.charAt(0).toUpperCase() + name.slice(1),
    withCapitals(one),
  ]);
  return Object.fromEntries(entries);
}

const withSmallStatus = ({ status, ...action }: Json): Json =>
  typeof status === 'string' ? { ...action, status: status.toLowerCase() } : action;

/** The last status that a get, or the response to a create, would show of each action, which the next PATCH shows once more. */
function staleStatus(): Difference {
  const before = new Map<unknown, Json>();
  return {
    fetch: editJson(on(['create', 'get', 'update'], 'success'), (action, { operation }) => {
      const { status, states } = before.get(action.id) ?? action;
      before.set(action.id, action);
      return operation === 'update' ? { ...action, status, states } : action;
    }),
  };
}

const noBody: Difference = { behaviour: { updated: ({ etag }) => ({ status: 204, headers: { ETag: etag } }) } };

/** The right status of each operation. */
const right = { create: 201, get: 200, list: 200, update: 200, cancel: 204 };

/** Another status than the right one, as the only defect. The requirement about that status fails, and the rule about all of them. */
function otherStatus(
  says: string,
  operation: Operation,
  status: number,
  fails: RequirementId,
  also: Partial<Expected> = {},
) {
  const difference = { fetch: editStatus(on(operation, right[operation]), status) };
  const expected = { exitCode: 1, fails: [fails, 'HTTP-17'], ...also } as const;
  return situation(`${says} responds with ${status}`, 'fault', difference, expected);
}

/** A create that leaves it to `Location` to say what it created. */
function namedInLocation(says: string, status: number, text: string, fails: readonly RequirementId[]) {
  const isCreated = on('create', 201);
  const fetch = wraps(
    editText(isCreated, () => text),
    editHeaders(isCreated, (headers) => headers.delete(text === '' ? 'content-type' : 'content-length')),
    editStatus(isCreated, status),
  );
  return situation(`a create responds with ${says} and Location`, 'fault', { fetch }, { exitCode: 1, fails });
}

/** An operation without a handler of its own, as of a server that is being written. The report names it first. */
function unserved(operation: Operation, status: number, says: RegExp) {
  const error = { code: 'notImplemented', message: 'There is no such operation yet.' };
  const difference = { fetch: respondInstead(on(operation), () => Response.json({ error }, { status })) };
  const expected: Expected = { exitCode: 1, mayFail: 'any', mayBeInconclusive: 'any', says: [says] };
  return situation(`a ${operation} is not served (${status})`, 'fault', difference, expected);
}

export const situations = [
  unserved('get', 404, /the target never serves GET \/security\/securityActions\/\{id\}/),
  unserved('list', 500, /the target never serves GET \/security\/securityActions$/m),
  unserved('cancel', 405, /the target never serves POST/),
  unserved('create', 400, /the target never serves POST \/security\/securityActions$/m),
  otherStatus('a create', 'create', 200, 'CREATE-1'),
  otherStatus('a create', 'create', 202, 'CREATE-1'),
  namedInLocation('204', 204, '', ['CREATE-1']),
  namedInLocation('202, no body', 202, '', ['CREATE-1', 'HTTP-17']),
  namedInLocation('an empty object', 201, '{}', ['CREATE-2']),
  otherStatus('a get', 'get', 203, 'GET-1'),
  otherStatus('a list', 'list', 203, 'LIST-1'),
  situation('a PATCH responds with 204', 'fault', noBody, {
    exitCode: 1,
    fails: ['UPDATE-1'],
    mayFail: ['UPDATE-18', 'UPDATE-20'],
    mayBeInconclusive: ['UPDATE-2'],
  }),
  otherStatus('a PATCH', 'update', 201, 'UPDATE-1'),
  otherStatus('a cancel', 'cancel', 202, 'CANCEL-1', { mayFail: ['CANCEL-14'] }),
  situation(
    'a get of an unknown id responds with 410',
    'fault',
    { fetch: editStatus(on('any', 404), 410) },
    {
      exitCode: 1,
      fails: ['GET-3'],
      mayFail: 'any',
    },
  ),
  situation(
    'a get shows its id in capital letters',
    'fault',
    { fetch: editJson(on('get', 200), (action) => ({ ...action, id: String(action.id).toUpperCase() })) },
    { exitCode: 1, fails: ['GET-2'], mayFail: ['UPDATE-3'] },
  ),
  situation('a PATCH shows the status that the action had before', 'fault', staleStatus, {
    exitCode: 1,
    fails: ['UPDATE-2'],
    mayFail: ['LIFECYCLE-5'],
    mayBeInconclusive: ['LIFECYCLE-16'],
  }),
  situation(
    'statuses are in small letters',
    'fault',
    { fetch: editActions(on('any'), withSmallStatus) },
    {
      exitCode: 1,
      fails: ['RESOURCE-2'],
      mayFail: ['LIST-2'],
    },
  ),
  situation(
    'member names begin with capital letters',
    'fault',
    { fetch: editJson(on('any', 'success'), (body) => withCapitals(body)) },
    { exitCode: 1, fails: ['CREATE-2', 'GET-2', 'LIST-1', 'UPDATE-2'], mayFail: ['RESOURCE-15'] },
  ),
];
