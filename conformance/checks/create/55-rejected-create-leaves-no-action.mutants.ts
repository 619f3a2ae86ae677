import type { Wrap } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { refusedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { isExpired, refusedTo } from '../../selftest/mutants/auth/permissions.js';
import { isCreate, objectIn } from '../../selftest/mutants/create/create.js';
import type { Json } from '../../selftest/server/wire.js';

/** A refused create is made all the same: as if it had been stored first, and validated then. `mend` makes the request a good one. */
function storesFirst(status: number, mend: (request: Request, body: Json) => Request): Wrap {
  return (inner) => async (request) => {
    if (!isCreate(request)) return inner(request);
    const copy = request.clone();
    const answer = await inner(request);
    if (answer.status === status) await inner(mend(copy, bodyIn(await copy.clone().text())));
    return answer;
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
    'permissions are asked for when the action is stored',
    refusedButDone((request, { status }) => isCreate(request) && status === 403),
  ),
  mutant(
    'CREATE-55',
    'a delegated caller is turned away when the action is stored',
    refusedButDone(refusedTo('scp', 'create')),
  ),
  mutant(
    'CREATE-55',
    'a reader is turned away when the action is stored',
    refusedButDone(refusedTo('SecurityActions.Read.All', 'create')),
  ),
  mutant(
    'CREATE-55',
    'a token is found to have expired when the action is stored',
    refusedButDone((request, { status }) => isCreate(request) && status === 401 && isExpired(request)),
  ),
  mutant(
    'CREATE-55',
    'who sends it is asked when the action is stored',
    refusedButDone((request, { status }) => isCreate(request) && status === 401),
  ),
  mutant('CREATE-55', 'the media type is looked at when the action is stored', {
    fetch: storesFirst(415, (request) => withHeader(request, 'content-type', 'application/json')),
  }),
  mutant('CREATE-55', 'the context is measured when the action is stored', {
    fetch: storesFirst(
      400,
      (request, body) => new Request(request, { body: JSON.stringify({ ...body, clientContext: null }) }),
    ),
  }),
  mutant('CREATE-55', 'pairs are stored one by one until one is wrong', {
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
];
