import { mutant } from '../../selftest/mutant.js';
import { listsRejectedOnce } from '../../selftest/mutants/at-first.js';
import { rejectedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { isExpired, isRejectionOf } from '../../selftest/mutants/auth/permissions.js';
import { isCreate, objectIn } from '../../selftest/mutants/create/create.js';
import type { Wrap } from '../../selftest/server/difference.js';
import type { Json } from '../../selftest/server/wire.js';

/** A server that stores the action of a create rejected with `status`; `repair` returns the valid request to store. */
function storesFirst(status: number, repair: (request: Request, body: Json) => Request): Wrap {
  return (inner) => async (request) => {
    if (!isCreate(request)) return inner(request);
    const copy = request.clone();
    const response = await inner(request);
    if (response.status === status) await inner(repair(copy, bodyIn(await copy.clone().text())));
    return response;
  };
}

function bodyIn(text: string): Json {
  try {
    return objectIn(JSON.parse(text));
  } catch {
    return {};
  }
}

function withHeader(request: Request, name: string, value: string): Request {
  const headers = new Headers(request.headers);
  headers.set(name, value);
  return new Request(request, { headers });
}

export const mutants = [
  mutant(
    'CREATE-55',
    'create stores the action before it checks permissions',
    rejectedButDone((request, { status }) => isCreate(request) && status === 403),
  ),
  mutant(
    'CREATE-55',
    'create stores the action before it rejects a delegated caller',
    rejectedButDone(isRejectionOf('scp', 'create')),
  ),
  mutant(
    'CREATE-55',
    'create stores the action before it rejects a reader',
    rejectedButDone(isRejectionOf('SecurityActions.Read.All', 'create')),
  ),
  mutant(
    'CREATE-55',
    'create stores the action before it checks whether the token has expired',
    rejectedButDone((request, { status }) => isCreate(request) && status === 401 && isExpired(request)),
  ),
  mutant(
    'CREATE-55',
    'create stores the action before it checks the token',
    rejectedButDone((request, { status }) => isCreate(request) && status === 401),
  ),
  mutant('CREATE-55', 'create stores the action before it checks the media type', {
    fetch: storesFirst(415, (request) => withHeader(request, 'content-type', 'application/json')),
  }),
  mutant('CREATE-55', 'create stores the action before it checks the length of clientContext', {
    fetch: storesFirst(
      400,
      (request, body) => new Request(request, { body: JSON.stringify({ ...body, clientContext: null }) }),
    ),
  }),
  mutant('CREATE-55', 'create stores pairs one by one until one is invalid', {
    fetch: storesFirst(
      400,
      (request, body) =>
        new Request(request, {
          body: JSON.stringify({
            ...body,
            parameters: Array.isArray(body.parameters) ? body.parameters.slice(0, 1) : body.parameters,
          }),
        }),
    ),
  }),
  mutant('CREATE-55', 'the list shows rejected creates until it is complete', listsRejectedOnce),
];
