import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action, World } from '../../engine/world/world.js';
import { comesBack } from './_expect-sent.js';

/** A create body in which every member that a client may write besides the status has a value, the vendor in all its parts. */
export function fullBody(world: World): WritableBody {
  return world.adapted({
    ...world.body(),
    parameters: [
      { name: 'IP', value: '192.0.2.17' },
      { name: 'Port', value: '8443' },
      { name: 'Note', value: null },
    ],
    vendorInformation: {
      vendor: 'Example Security',
      provider: 'Example Provider',
      providerVersion: '3.1',
      subProvider: 'Example Filter',
    },
  });
}

/** A full action, as a get shows it. */
export async function fullAction(world: World): Promise<Action> {
  return world.read((await world.action({ body: fullBody(world) })).id);
}

/** The answer to a PATCH that the case cannot do without. */
export async function accepted(world: World, id: string, patch: object, send: Send = {}): Promise<Reply> {
  const reply = await world.update(id, patch, send);
  if (reply.status < 300) return reply;
  throw new Inconclusive(`the PATCH has to be accepted first, but was answered with ${reply.status}`, reply.exchange);
}

/** What a get shows after an update; one that had no effect would leave everything as it was, and prove nothing. */
export async function effective(world: World, id: string, sent: WritableBody): Promise<Reply> {
  await accepted(world, id, sent);
  const after = await world.get(id);
  if (world.profile.class === 'stateless') return after;
  const shown = world.entity(after, 200);
  const idle = Object.entries(sent).find(([name, value]) => !comesBack(name, value, shown[name]));
  if (idle) throw new Inconclusive(`the PATCH of ${idle[0]} had no effect`, after.exchange);
  return after;
}

/** A PATCH that differs from the one under judgement only in having nothing special does its work on an action of its own. */
export async function acceptedOnAnother(world: World, patch: WritableBody): Promise<void> {
  await effective(world, (await world.action()).id, patch);
}

/** An action, after a PATCH that differs from the one under judgement only in having nothing special did its work on another. */
export async function controlAccepted(world: World, patch: WritableBody): Promise<Action> {
  await acceptedOnAnother(world, patch);
  return world.read((await world.action()).id);
}
