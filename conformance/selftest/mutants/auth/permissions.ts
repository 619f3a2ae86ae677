import type { Operation } from '../../../../generated/requirements.js';
import type { Difference } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';
import { refused } from '../../server/refused.js';
import { editRequest, on } from '../../server/wire.js';
import { asTheWriter } from './as-writer.js';

type Roles = readonly string[];

/** The permission check is missing on one operation for applications with a role like that. */
export function open(operation: Operation, wanted = ''): Difference {
  return {
    behaviour: (right) => ({
      authorize: (caller, asked) => {
        const forgotten = asked === operation && caller.scopes.length === 0 && caller.roles.join().includes(wanted);
        if (!forgotten) right.authorize(caller, asked);
      },
    }),
  };
}

/** One operation asks for other permissions than it should: these roles count there in place of the caller's. */
export function judged(operation: Operation, roles: (roles: Roles) => Roles): Difference {
  return {
    behaviour: (right) => ({
      authorize: (caller, asked) =>
        right.authorize(asked === operation ? { ...caller, roles: roles(caller.roles) } : caller, asked),
    }),
  };
}

/** Delegated callers are let through on one operation. */
export function delegated(operation: Operation): Difference {
  return {
    behaviour: (right) => ({
      authorize: (caller, asked) => {
        if (caller.scopes.length === 0 || asked !== operation) right.authorize(caller, asked);
      },
    }),
  };
}

/** The first so many actions, which are those of the probe, begin and end by themselves, and the others stay where they are. */
export function firstMove(count: number): Difference {
  const first = new Set<string>();
  return {
    options: { advanceAfter: 1 },
    behaviour: (right) => ({
      newAction: (body, from) => {
        const action = right.newAction(body, from);
        if (first.size < count) first.add(action.id);
        return action;
      },
      advance: (action, now, after) => (first.has(action.id) ? right.advance(action, now, after) : action),
    }),
  };
}

/** One operation finds the actions of every tenant. */
export function shared(operation: Operation): Difference {
  const homes = new Map<string, string>();
  return {
    behaviour: (right) => ({
      save: (collection, action, by) => {
        homes.set(action.id, action.azureTenantId);
        return right.save(collection, action, by);
      },
      collectionFor: (store, caller, asked) => {
        const own = right.collectionFor(store, caller, asked);
        if (asked !== operation) return own;
        const all = [...new Set(homes.values())].map((tenant) => store.collection(tenant));
        return {
          ...own,
          revision: Number.MAX_SAFE_INTEGER,
          find: (id) => all.map((one) => one.find(id)).find((version) => version !== undefined),
          save: (action) => store.collection(action.azureTenantId).save(action),
          all: () => all.flatMap((one) => one.all()),
          asOf: (revision) => all.flatMap((one) => one.asOf(revision)),
        };
      },
    }),
  };
}

/** Requests of one operation that carry these credentials count as the writer's. */
export function lenient(operation: Operation, forgiven: (authorization: string | null) => boolean): () => Difference {
  return asTheWriter((asWriter) =>
    editRequest(on(operation), (request) =>
      forgiven(request.headers.get('authorization')) ? asWriter(request) : request,
    ),
  );
}

/** The end of a token is looked at in the wrong way. */
export function endless(operation?: Operation): Difference | (() => Difference) {
  if (operation) return lenient(operation, (sent) => claim(sent, 'exp') < Date.now() / 1000);
  return {
    behaviour: (right) => ({
      isCurrent: () => true,
      verifyToken: (text, now) => right.verifyToken(text, now, { clockTolerance: '1 day' }),
    }),
  };
}

/** A claim of a JWT as somebody reads it who does not verify it. */
function claim(authorization: string | null, name: string): number {
  try {
    const payload = Buffer.from(authorization?.split('.')[1] ?? '', 'base64url').toString();
    return Number(JSON.parse(payload)[name]);
  } catch {
    return Number.NaN;
  }
}

/** A token that was seen before is recognized by all but its signature. */
export function remembered(operation: Operation): () => Difference {
  const known = new Set<string>();
  return asTheWriter((asWriter) => (inner) => async (request) => {
    const sent = request.headers.get('authorization') ?? '';
    const unsigned = sent.slice(0, sent.lastIndexOf('.'));
    if (known.has(unsigned) && operationOf(request) === operation) return inner(asWriter(request));
    const response = await inner(request);
    if (response.ok && sent.split('.').length === 3) known.add(unsigned);
    return response;
  });
}

/** A body like this is refused before anybody asks who sends it, and so to those as well who did not say. */
export function bodyFirst(refusedAtOnce: (text: string, type: string | null) => boolean): Difference {
  return {
    fetch: (inner) => async (request) => {
      if (request.headers.has('authorization')) return inner(request);
      const text = await request.clone().text();
      return text !== '' && refusedAtOnce(text, request.headers.get('content-type'))
        ? refused(400)(request)
        : inner(request);
    },
  };
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What somebody believes who reads a signed token and does not verify it. */
export function claimsToBeTheWriter(authorization: string | null): boolean {
  const [head = '', payload = '', signature = ''] = authorization?.split('.') ?? [];
  const told = Buffer.from(payload, 'base64url').toString();
  return (
    head.startsWith('Bearer ') &&
    signature !== '' &&
    told.includes(writer) &&
    claim(authorization, 'exp') > Date.now() / 1000
  );
}

const writer = 'aaaaaaaa-0000-4000-8000-000000000001';
export const basicToken = (sent: string | null) => sent?.startsWith('Basic ey') === true;
export const isExpired = ({ headers }: Request) => claim(headers.get('authorization'), 'exp') < Date.now() / 1000;
const byRole = (request: Request, word: string) => {
  const payload = request.headers.get('authorization')?.split('.')[1] ?? '';
  return Buffer.from(payload, 'base64url').toString().includes(word);
};
export const refusedTo = (word: string, operation: Operation) => (request: Request, refusal: Response) =>
  [403, 404].includes(refusal.status) && operationOf(request) === operation && byRole(request, word);

export const reading = (roles: Roles) => roles.filter((role) => role.includes('.Read.'));
export const neighbour = 'bbbbbbbb-0000-4000-8000-000000000001';
