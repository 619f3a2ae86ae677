import { declaredProperties } from '../../engine/judge/declared.js';
import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../server/difference.js';
import { variant } from '../variant.js';

const declared = [...declaredProperties('securityAction').keys()];
const owned = ['id', 'appId', 'azureTenantId', 'createdDateTime', 'lastActionDateTime', 'states', 'user'];

const unknown = (body: object) =>
  Object.entries(body).filter(([name]) => !declared.includes(name) && !name.includes('@'));

/** Refuses every body of which this says so. */
function refusing(wrong: (body: Readonly<Record<string, unknown>>) => boolean): Difference {
  const judged = (body: Readonly<Record<string, unknown>>) => {
    if (wrong(body)) throw new Refusal(400, 'The service does not take this.');
  };
  return {
    behaviour: (right) => ({
      validateCreate: (body) => {
        judged(body);
        return right.validateCreate(body);
      },
      validateUpdate: (body) => {
        judged(body);
        return right.validateUpdate(body);
      },
    }),
  };
}

export const variants = [
  variant('unknown members are kept and shown', 'unknown members', {
    behaviour: (right) => ({
      newAction: (body, context) => ({ ...Object.fromEntries(unknown(body)), ...right.newAction(body, context) }),
      applyPatch: (action, patch, change) => ({
        ...right.applyPatch(action, patch, change),
        ...Object.fromEntries(unknown(patch)),
      }),
    }),
  }),
  variant(
    'unknown members are refused',
    'unknown members',
    refusing((body) => unknown(body).length > 0),
  ),
  variant(
    "the server's own members are refused",
    'own members',
    refusing((body) => owned.some((name) => name in body)),
  ),
  variant('a status on create is refused', 'status on create', {
    behaviour: (right) => ({
      validateCreate: (body) => {
        if (body.status) throw new Refusal(400, 'The status of a new action is not for the client to say.');
        return right.validateCreate(body);
      },
    }),
  }),
  variant(
    'empty parameters are refused',
    'empty parameters',
    refusing(({ parameters }) => Array.isArray(parameters) && parameters.length === 0),
  ),
  variant('an empty PATCH is refused', 'empty patch', {
    behaviour: (right) => ({
      validateUpdate: (body) => {
        if (Object.keys(body).length === 0) throw new Refusal(400, 'There is nothing to change.');
        return right.validateUpdate(body);
      },
    }),
  }),
  variant('null for parameters or status in a PATCH is ignored', 'null in a patch', {
    behaviour: (right) => ({
      validateUpdate: (body) =>
        right.validateUpdate(
          Object.fromEntries(
            Object.entries(body).filter(([name, value]) => value !== null || !['parameters', 'status'].includes(name)),
          ),
        ),
    }),
  }),
  variant('a clientContext may be used once', 'unique context', () => {
    const used = new Set<string>();
    return {
      behaviour: (right) => ({
        newAction: (body, context) => {
          const key = `${context.caller.tenantId} ${body.clientContext}`;
          if (body.clientContext && used.has(key)) throw new Refusal(409, 'This clientContext is taken.');
          used.add(key);
          return right.newAction(body, context);
        },
      }),
    };
  }),
  variant(
    'any type name is taken',
    'type name',
    {
      behaviour: (right) => ({ validateCreate: ({ '@odata.type': _, ...body }) => right.validateCreate(body) }),
    },
    { givesUp: ['CREATE-52'] },
  ),
  variant('statuses are taken in any case', 'case of status', {
    behaviour: (right) => ({
      validateCreate: (body) => right.validateCreate(capital(body)),
      validateUpdate: (body) => right.validateUpdate(capital(body)),
    }),
  }),
];

function capital(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { status } = body;
  return typeof status === 'string' ? { ...body, status: status.charAt(0).toUpperCase() + status.slice(1) } : body;
}
