import type { Action } from '../../reference/action/action.js';
import { toUtc } from '../../reference/action/instant.js';
import { type Difference, fresh, type MakesDifference } from '../difference.js';
import { slip } from '../slip.js';
import type { Json } from '../wire.js';
import { keeps, makes } from './_create.js';

/** A create that takes a member over as the client sent it, where that passes `wanted`. */
function adopts(name: keyof Action, wanted: (value: unknown) => boolean = () => true): Difference {
  return makes((_, sent) => adopted(name, sent, wanted));
}

function adopted(name: keyof Action, sent: Json, wanted: (value: unknown) => boolean = () => true): Json {
  const value = sent[name] ?? null;
  return value !== null && wanted(value) ? { [name]: value } : {};
}

/** A create that takes a date over in UTC. */
function adoptsDate(name: keyof Action, wanted: (utc: string) => boolean = () => true): Difference {
  return makes((_, sent) => {
    const utc = typeof sent[name] === 'string' ? toUtc(sent[name]) : undefined;
    return utc !== undefined && wanted(utc) ? { [name]: utc } : {};
  });
}

/**
 * A server whose ids depend on what a client sends; it knows which ones it has given out. Histories begin empty, which is lawful, so that
 * an action which replaces another one is no rewriting of history.
 */
function ids(choose: (known: boolean) => boolean): MakesDifference {
  return () => {
    const given = new Set<string>();
    return makes((action, { id }) => {
      const taken = typeof id === 'string' && choose(given.has(id)) ? id : action.id;
      given.add(taken);
      return { id: taken, states: [] };
    });
  };
}

const isPast = (utc: string) => Date.parse(utc) < Date.now();

export const slips = [
  slip(
    'CREATE-7',
    'the id that a client sends is adopted',
    ids(() => true),
  ),
  slip(
    'CREATE-7',
    'the id that a client sends is adopted where no action has it',
    ids((known) => !known),
  ),
  slip(
    'CREATE-7',
    'a create with the id of an action replaces that one',
    ids((known) => known),
  ),
  slip('CREATE-7', 'the answer has a new id, and the action is stored under the one that was sent', () => {
    const given = new Set<unknown>();
    return fresh(keeps((action, sent) => (given.add(action.id) && given.has(sent.id) ? {} : adopted('id', sent))));
  }),
  slip('CREATE-44', 'an appId that is sent is stored', adopts('appId')),
  slip(
    'CREATE-44',
    'an appId that is sent is stored, and the answer does not show it',
    keeps((_, sent) => adopted('appId', sent)),
  ),
  slip('CREATE-45', 'an azureTenantId that is sent is stored', adopts('azureTenantId')),
  slip(
    'CREATE-45',
    'an azureTenantId that is sent is stored, and the answer does not show it',
    keeps((_, sent) => adopted('azureTenantId', sent)),
  ),
  slip('CREATE-46', 'a user that is sent is stored', adopts('user')),
  slip(
    'CREATE-46',
    'a user that is sent is stored where the token names none',
    makes((action, sent) => (action.user === null ? adopted('user', sent, (user) => String(user).includes('@')) : {})),
  ),
  slip(
    'CREATE-46',
    'a user that is sent is stored, and the answer does not show it',
    keeps((_, sent) => adopted('user', sent)),
  ),
  slip(
    'CREATE-47',
    'appId is the tenant of the token',
    makes(({ azureTenantId }) => ({ appId: azureTenantId })),
  ),
  slip(
    'CREATE-47',
    'appId is the service itself',
    makes(() => ({ appId: 'dddddddd-0000-4000-8000-000000000009' })),
  ),
  slip(
    'CREATE-48',
    'azureTenantId is the application of the token',
    makes(({ appId }) => ({ azureTenantId: appId })),
  ),
  slip(
    'CREATE-48',
    'azureTenantId is a word',
    makes(() => ({ azureTenantId: 'common' })),
  ),
  slip(
    'CREATE-49',
    'user is the application where there is no user',
    makes(({ appId, user }) => ({ user: user ?? appId })),
  ),
  slip('CREATE-57', 'states that are sent are adopted', adopts('states')),
  slip(
    'CREATE-57',
    'states that are sent come before the own ones',
    makes(({ states }, sent) => (Array.isArray(sent.states) ? { states: [...sent.states, ...states] } : {})),
  ),
  slip('CREATE-57', 'a lastActionDateTime that is sent is adopted', adoptsDate('lastActionDateTime'), {
    relatives: ['CREATE-41'],
  }),
  slip(
    'CREATE-57',
    'a lastActionDateTime that is sent is adopted when it is to come',
    adoptsDate('lastActionDateTime', (utc) => !isPast(utc)),
  ),
];
