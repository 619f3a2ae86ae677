import { Inconclusive, notAccepted } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { actionInTurn, leftAs, unfinished } from '../../engine/world/action-in-turn.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import type { Action, World } from '../../engine/world/world.js';
import { containsSent } from './_expect-sent.js';

/** A create body with all writable members except the status, and with all parts of the vendor. */
export function fullBody(world: World): WritableBody {
  return world.adapted({
    ...world.body(),
    parameters: [
      { name: 'IP', value: '192.0.2.17' },
      { name: 'Port', value: '8443' },
      { name: 'Note', value: 'none' },
    ],
    vendorInformation: {
      vendor: 'Example Security',
      provider: 'Example Provider',
      providerVersion: '3.1',
      subProvider: 'Example Filter',
    },
  });
}

/** Creates an action from {@link fullBody} and reads it. */
export async function fullAction(world: World): Promise<Action> {
  return world.read((await world.action({ body: fullBody(world) })).id);
}

/**
 * Sends a PATCH that is a precondition of the case.
 *
 * @throws Inconclusive when it is not accepted.
 */
export async function requirePatch(world: World, id: string, patch: object): Promise<Reply> {
  const reply = await world.update(id, patch);
  requireAccepted(reply);
  return reply;
}

/** @throws Inconclusive when a PATCH that is a precondition of the case is not accepted. */
export function requireAccepted({ status, exchange }: Reply): void {
  if (status >= 300) throw notAccepted(`a PATCH that the check depends on responded with ${status}`, status, exchange);
}

/**
 * Sends a PATCH and reads the action. A PATCH without any effect would make every judgement of unchanged members pass.
 *
 * @throws Inconclusive when the PATCH is not accepted or has no effect.
 */
export async function requireEffectivePatch(world: World, id: string, sent: WritableBody): Promise<Reply> {
  await requirePatch(world, id, sent);
  const after = await world.get(id);
  if (world.profile.class === 'stateless') return after;
  const shown = world.entity(after);
  const ignored = Object.entries(sent).find(([name, value]) => !containsSent(name, value, shown[name]));
  if (ignored) throw new Inconclusive(`the PATCH of ${ignored[0]} had no effect`, after.exchange);
  return after;
}

/**
 * Sends the control PATCH to an action of its own, once for all inputs of the case, and leaves that to the first input. It differs from
 * the PATCH under judgement only by what the case is about.
 */
export async function requireControlPatch(world: World, patch = reason): Promise<void> {
  await world.shared.once('control PATCH', async (world) => {
    const { id } = await world.action();
    await requireEffectivePatch(world, id, patch(world));
    world.shared.leave(unfinished, leftAs(world, id));
  });
}

const reason = (world: World): WritableBody => ({ actionReason: world.text('Control') });

/** The action of the inputs in turn, after the control PATCH was accepted. */
export async function actionAfterControl(world: World): Promise<Action> {
  await requireControlPatch(world);
  return actionInTurn(world, { make: async () => world.read((await world.action()).id), kind: 'never patched before' });
}
