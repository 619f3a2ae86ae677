import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { Action, World } from '../../engine/world/world.js';

/** What became of an attempt to write what belongs to the server. */
export interface Attempt {
  readonly reply: Reply;
  readonly after: Reply;
}

/** Sends the forged members twice, alone and beside a lawful change, and then makes a lawful change without them. */
export async function forge(world: World, { id }: Action, forged: object): Promise<readonly Attempt[]> {
  const lawful = () => ({ actionReason: world.text('Lawful change') });
  const seen: Attempt[] = [];
  for (const patch of [forged, { ...lawful(), ...forged }, lawful()]) {
    const reply = await world.update(id, patch);
    if (reply.status === 409) throw new Inconclusive('the action is finished, it cannot be changed', reply.exchange);
    seen.push({ reply, after: await world.get(id) });
  }
  return seen;
}

/** Expects the members to have been ignored, or the request to have been refused as invalid. */
export function expectIgnoredOrRefused({ status, exchange }: Reply): void {
  const holds = status < 300 || status === 400 || status === 422;
  expectThat(holds, { expected: 'a 2xx status, 400 or 422', received: `status ${status}`, at: 'status', exchange });
}
