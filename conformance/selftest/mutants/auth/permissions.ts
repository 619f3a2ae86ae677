import type { Operation } from '../../../../generated/requirements.js';
import type { Difference } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';
import { rejectWith } from '../../server/reject-with.js';
import { editRequest, on } from '../../server/wire.js';
import { asTheWriter } from './as-writer.js';

type Roles = readonly string[];

/** One operation does not check the permission of applications whose roles contain this text. */
export function withoutPermissionCheck(operation: Operation, role = ''): Difference {
  return {
    behaviour: (right) => ({
      authorize: (caller, asked) => {
        const isUnchecked = asked === operation && caller.scopes.length === 0 && caller.roles.join().includes(role);
        if (!isUnchecked) right.authorize(caller, asked);
      },
    }),
  };
}

/** One operation checks these roles instead of those of the caller. */
export function withRoles(operation: Operation, roles: (roles: Roles) => Roles): Difference {
  return {
    behaviour: (right) => ({
      authorize: (caller, asked) =>
        right.authorize(asked === operation ? { ...caller, roles: roles(caller.roles) } : caller, asked),
    }),
  };
}

/** One operation accepts delegated callers. */
export function acceptsDelegated(operation: Operation): Difference {
  return {
    behaviour: (right) => ({
      authorize: (caller, asked) => {
        if (caller.scopes.length === 0 || asked !== operation) right.authorize(caller, asked);
      },
    }),
  };
}

/** Only the first `count` actions, which are those of the probe, advance by themselves. */
export function advancesOnlyFirst(count: number): Difference {
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

/** One operation reads the actions of all tenants. */
export function findsEveryTenant(operation: Operation): Difference {
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

/** One operation treats requests with these credentials as those of the writer. */
export function treatsAsWriter(
  operation: Operation,
  which: (authorization: string | null) => boolean,
): () => Difference {
  return asTheWriter((asWriter) =>
    editRequest(on(operation), (request) =>
      which(request.headers.get('authorization')) ? asWriter(request) : request,
    ),
  );
}

/** Expired tokens are accepted: on one operation, or on all. */
export function acceptsExpired(operation?: Operation): Difference | (() => Difference) {
  if (operation) return treatsAsWriter(operation, (sent) => claim(sent, 'exp') < Date.now() / 1000);
  return {
    behaviour: (right) => ({
      isCurrent: () => true,
      verifyToken: (text, now) => right.verifyToken(text, now, { clockTolerance: '1 day' }),
    }),
  };
}

/** A numeric claim of a JWT, read without verifying the signature. */
function claim(authorization: string | null, name: string): number {
  try {
    const payload = Buffer.from(authorization?.split('.')[1] ?? '', 'base64url').toString();
    return Number(JSON.parse(payload)[name]);
  } catch {
    return Number.NaN;
  }
}

/** One operation does not verify the signature of a token that was accepted before. */
export function skipsKnownSignature(operation: Operation): () => Difference {
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

/** A request without a token is rejected with 400 when its body is like this. */
export function checksBodyFirst(isRejected: (text: string, type: string | null) => boolean): Difference {
  return {
    fetch: (inner) => async (request) => {
      if (request.headers.has('authorization')) return inner(request);
      const text = await request.clone().text();
      return text !== '' && isRejected(text, request.headers.get('content-type'))
        ? rejectWith(400)(request)
        : inner(request);
    },
  };
}

/** Whether an unverified token that has a signature and has not expired names the writer. */
export function claimsToBeTheWriter(authorization: string | null): boolean {
  const [head = '', payload = '', signature = ''] = authorization?.split('.') ?? [];
  const claims = Buffer.from(payload, 'base64url').toString();
  return (
    head.startsWith('Bearer ') &&
    signature !== '' &&
    claims.includes(writer) &&
    claim(authorization, 'exp') > Date.now() / 1000
  );
}

const writer = 'aaaaaaaa-0000-4000-8000-000000000001';
export const isBasicToken = (sent: string | null) => sent?.startsWith('Basic ey') === true;
export const isExpired = ({ headers }: Request) => claim(headers.get('authorization'), 'exp') < Date.now() / 1000;
const byRole = (request: Request, word: string) => {
  const payload = request.headers.get('authorization')?.split('.')[1] ?? '';
  return Buffer.from(payload, 'base64url').toString().includes(word);
};
export const isRejectionOf = (word: string, operation: Operation) => (request: Request, rejection: Response) =>
  [403, 404].includes(rejection.status) && operationOf(request) === operation && byRole(request, word);

export const readRoles = (roles: Roles) => roles.filter((role) => role.includes('.Read.'));
export const neighbourApp = 'bbbbbbbb-0000-4000-8000-000000000001';
