import { declaredProperties } from '../../engine/judge/declared.js';
import { Rejection } from '../../reference/rejection.js';
import type { Difference } from '../server/difference.js';
import { variant } from '../variant.js';

const declared = [...declaredProperties('securityAction').keys()];
const serverOwned = ['id', 'appId', 'azureTenantId', 'createdDateTime', 'lastActionDateTime', 'states', 'user'];

const unknown = (body: object) =>
  Object.entries(body).filter(([name]) => !declared.includes(name) && !name.includes('@'));

/** Rejects the bodies that `isRejected` accepts. */
export function rejecting(isRejected: (body: Readonly<Record<string, unknown>>) => boolean): Difference {
  const validate = (body: Readonly<Record<string, unknown>>) => {
    if (isRejected(body)) throw new Rejection(400, 'The body is not accepted.');
  };
  return {
    behaviour: (right) => ({
      validateCreate: (body) => {
        validate(body);
        return right.validateCreate(body);
      },
      validateUpdate: (body) => {
        validate(body);
        return right.validateUpdate(body);
      },
    }),
  };
}

/** The value with each U+0000 in its texts in place of a character for private use, or the other way round. */
function exchanged<Value>(value: Value, from: string, to: string): Value {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'string' ? one.replaceAll(from, to) : one,
  ) as Value;
}

/** Validates a body as if its texts had no U+0000. */
function withoutNul<Body, Valid>(body: Body, validate: (body: Body) => Valid): Valid {
  return exchanged(validate(exchanged(body, '\0', '\uf8ff')), '\uf8ff', '\0');
}

export const variants = [
  variant('texts with U+0000 are accepted', 'texts', {
    behaviour: (right) => ({
      validateCreate: (body) => withoutNul(body, right.validateCreate),
      validateUpdate: (body) => withoutNul(body, right.validateUpdate),
    }),
  }),
  variant('unknown members are stored and returned', 'unknown members', {
    behaviour: (right) => ({
      newAction: (body, context) => ({ ...Object.fromEntries(unknown(body)), ...right.newAction(body, context) }),
      applyPatch: (action, patch, change) => ({
        ...right.applyPatch(action, patch, change),
        ...Object.fromEntries(unknown(patch)),
      }),
    }),
  }),
  variant(
    'unknown members are rejected',
    'unknown members',
    rejecting((body) => unknown(body).length > 0),
  ),
  variant(
    'server-owned members are rejected',
    'server-owned members',
    rejecting((body) => serverOwned.some((name) => name in body)),
  ),
  variant('a status on create is rejected', 'status on create', {
    behaviour: (right) => ({
      validateCreate: (body) => {
        if (body.status) throw new Rejection(400, 'A client cannot set the status of a new action.');
        return right.validateCreate(body);
      },
    }),
  }),
  variant(
    'empty parameters are rejected',
    'empty parameters',
    rejecting(({ parameters }) => Array.isArray(parameters) && parameters.length === 0),
  ),
  variant('an empty PATCH is rejected', 'empty patch', {
    behaviour: (right) => ({
      validateUpdate: (body) => {
        if (Object.keys(body).length === 0) throw new Rejection(400, 'The body changes nothing.');
        return right.validateUpdate(body);
      },
    }),
  }),
  variant('a PATCH ignores null for parameters and status', 'null in a patch', {
    behaviour: (right) => ({
      validateUpdate: (body) =>
        right.validateUpdate(
          Object.fromEntries(
            Object.entries(body).filter(([name, value]) => value !== null || !['parameters', 'status'].includes(name)),
          ),
        ),
    }),
  }),
  variant('a clientContext can be used only once', 'unique clientContext', () => {
    const used = new Set<string>();
    return {
      behaviour: (right) => ({
        newAction: (body, context) => {
          const key = `${context.caller.tenantId} ${body.clientContext}`;
          if (body.clientContext && used.has(key)) throw new Rejection(409, 'This clientContext is in use.');
          used.add(key);
          return right.newAction(body, context);
        },
      }),
    };
  }),
  variant(
    'any @odata.type is accepted',
    'type name',
    {
      behaviour: (right) => ({ validateCreate: ({ '@odata.type': _, ...body }) => right.validateCreate(body) }),
    },
    { doesNotFollow: ['CREATE-52'] },
  ),
  variant('a status is accepted in any letter case', 'case of status', {
    behaviour: (right) => ({
      validateCreate: (body) => right.validateCreate(capitalized(body)),
      validateUpdate: (body) => right.validateUpdate(capitalized(body)),
    }),
  }),
];

function capitalized(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { status } = body;
  return typeof status === 'string' ? { ...body, status: status.charAt(0).toUpperCase() + status.slice(1) } : body;
}
