import type { Identity } from '../../engine/evidence/exchange.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { statusPatch, type World } from '../../engine/world/world.js';

/** An invalid request, and its control: a valid request that is otherwise the same. */
export interface Rejectable {
  readonly says: string;
  /** The name of the control, which several invalid requests have in common. */
  readonly control: string;
  readonly send: (world: World, id: string) => Promise<Reply>;
  readonly valid: (world: World, id: string) => Promise<Reply>;
}

/** Every kind of request that has to be rejected, each with a change that is allowed by itself. */
export function rejectableRequests(world: World): readonly Rejectable[] {
  const { identities, features } = world.profile;
  const unauthorized = (['reader', 'stranger', 'neighbour', 'expired'] as const).filter((one) => identities.has(one));
  const cancels = [
    cancelled('without a token', { as: 'anonymous' }),
    ...(identities.has('writer') ? [cancelled('with an altered token', { altered: true })] : []),
    ...unauthorized.map((as) => cancelled(`by the ${as}`, { as })),
    createdOver(),
  ];
  return features.update.offered ? [...patches(identities.has('writer'), unauthorized), ...cancels] : cancels;
}

function patches(withToken: boolean, unauthorized: readonly Identity[]): readonly Rejectable[] {
  return [
    patched('with a numeric reason', { actionReason: 5 }),
    patched('with a pair without a name', { parameters: [{ value: '192.0.2.7' }] }),
    patched('with a context of 257 characters', { clientContext: 'x'.repeat(257) }),
    patched('with an invalid completion date', { completedDateTime: 'yesterday' }),
    patched('in an array', { status: ['Failed'] }),
    patched('in malformed JSON', {}, { raw: '{"status":"Failed","actionReason":' }),
    patched('in an array of bodies', {}, { raw: '[{"status":"Failed"}]' }),
    patched('as text/plain', {}, { headers: { 'content-type': 'text/plain' } }),
    patched('without a token', {}, { as: 'anonymous' }),
    ...(withToken ? [patched('with an altered token', {}, { altered: true })] : []),
    ...unauthorized.map((as) => patched(`by the ${as}`, {}, { as })),
  ];
}

function patched(says: string, others: object, send: Send = {}): Rejectable {
  const defect = `a status ${says}`;
  return {
    says: `PATCH of ${defect}`,
    control: 'PATCH',
    send: (world, id) => world.update(id, { ...statusPatch('Failed'), ...others }, { defect, ...send }),
    valid: (world, id) => world.update(id, statusPatch('Failed')),
  };
}

function cancelled(says: string, send: Send): Rejectable {
  return {
    says: `cancel ${says}`,
    control: 'cancel',
    send: (world, id) => world.cancel(id, { defect: says, ...send }),
    valid: (world, id) => world.cancel(id),
  };
}

/** A create with the id of an existing action and without parameters. */
function createdOver(): Rejectable {
  const body = (world: World) => ({ ...world.body(), status: 'Failed' });
  return {
    says: 'create with the id of the action',
    control: 'create',
    send: (world, id) => world.create({ ...body(world), id, parameters: null }, { defect: 'parameters are null' }),
    valid: (world) => world.create(world.body()),
  };
}
