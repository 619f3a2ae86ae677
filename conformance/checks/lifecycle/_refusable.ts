import type { Identity } from '../../engine/evidence/exchange.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { statusPatch, type World } from '../../engine/world/world.js';

/** A request that has to be refused, and one that differs from it only in having nothing wrong. */
export interface Refusable {
  readonly says: string;
  readonly send: (world: World, id: string) => Promise<Reply>;
  readonly valid: (world: World, id: string) => Promise<Reply>;
}

/** Every kind of request that the target has to refuse, each carrying a change that would be lawful by itself. */
export function refusables(world: World): readonly Refusable[] {
  const { identities, features } = world.profile;
  const unable = (['reader', 'stranger', 'neighbour', 'expired'] as const).filter((one) => identities.has(one));
  const cancels = [
    cancelled('without a token', { as: 'anonymous' }),
    ...(identities.has('writer') ? [cancelled('with an altered token', { altered: true })] : []),
    ...unable.map((as) => cancelled(`by the ${as}`, { as })),
    createdOver(),
  ];
  return features.update.offered ? [...patches(identities.has('writer'), unable), ...cancels] : cancels;
}

function patches(withToken: boolean, unable: readonly Identity[]): readonly Refusable[] {
  return [
    patched('beside a text that is a number', { actionReason: 5 }),
    patched('beside a pair without a name', { parameters: [{ value: '192.0.2.7' }] }),
    patched('beside a context of 257 characters', { clientContext: 'x'.repeat(257) }),
    patched('beside a time of end that is none', { completedDateTime: 'yesterday' }),
    patched('as a list', { status: ['Failed'] }),
    patched('in malformed JSON', {}, { raw: '{"status":"Failed","actionReason":' }),
    patched('in a list of bodies', {}, { raw: '[{"status":"Failed"}]' }),
    patched('as text/plain', {}, { headers: { 'content-type': 'text/plain' } }),
    patched('without a token', {}, { as: 'anonymous' }),
    ...(withToken ? [patched('with an altered token', {}, { altered: true })] : []),
    ...unable.map((as) => patched(`by the ${as}`, {}, { as })),
  ];
}

function patched(says: string, beside: object, send: Send = {}): Refusable {
  const defect = `a status ${says}`;
  return {
    says: `PATCH of ${defect}`,
    send: (world, id) => world.update(id, { ...statusPatch('Failed'), ...beside }, { defect, ...send }),
    valid: (world, id) => world.update(id, statusPatch('Failed')),
  };
}

function cancelled(says: string, send: Send): Refusable {
  return {
    says: `cancel ${says}`,
    send: (world, id) => world.cancel(id, { defect: says, ...send }),
    valid: (world, id) => world.cancel(id),
  };
}

/** A create that names the id of an action and lacks the parameters. */
function createdOver(): Refusable {
  const body = (world: World) => ({ ...world.body(), status: 'Failed' });
  return {
    says: 'create over the action',
    send: (world, id) => world.create({ ...body(world), id, parameters: null }, { defect: 'parameters are null' }),
    valid: (world) => world.create(world.body()),
  };
}
