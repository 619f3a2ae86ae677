import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { Action, World } from '../../engine/world/world.js';

/** The response to a PATCH with forged members, and a get after it. */
export interface ForgedUpdate {
  readonly reply: Reply;
  readonly after: Reply;
}

/**
 * Sends the forged members alone, then together with an allowed change, and where `isFollowed` an allowed change without them, because a
 * server may adopt them only with the next one.
 *
 * @throws Inconclusive when the action is finished and so cannot be changed.
 */
export async function sendForged(
  world: World,
  { id }: Action,
  forged: object,
  isFollowed = true,
): Promise<readonly ForgedUpdate[]> {
  const allowed = () => ({ actionReason: world.text('Allowed change') });
  const seen: ForgedUpdate[] = [];
  for (const patch of [forged, { ...allowed(), ...forged }, ...(isFollowed ? [allowed()] : [])]) {
    const reply = await world.update(id, patch);
    if (reply.status === 409) throw new Inconclusive('the action is finished and cannot be changed', reply.exchange);
    seen.push({ reply, after: await world.get(id) });
  }
  return seen;
}

/** True for an input with several forged members. An allowed change follows only these, because other inputs have one of their members. */
export function hasSeveral(forged: object): boolean {
  return Object.keys(forged).length > 1;
}

/** Expects that the members were ignored (2xx) or the request was rejected as invalid (400 or 422). */
export function expectIgnoredOrRejected({ status, exchange }: Reply): void {
  const holds = status < 300 || status === 400 || status === 422;
  expectThat(holds, { expected: 'a 2xx status, 400 or 422', received: `status ${status}`, at: 'status', exchange });
}
