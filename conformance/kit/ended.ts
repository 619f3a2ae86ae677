import { isFinalStatus } from '../lifecycle/model.js';
import { member, type Reply } from './reply.js';
import { Undecided } from './violation.js';
import type { World } from './world.js';

/**
 * Gives back the answer to a PATCH or cancel of an action that should not have ended yet. Throws {@link Undecided} where it was
 * refused and the action turns out to have ended: then the target's own progress came first, and the refusal is lawful (readings 0036
 * and 0038).
 */
export async function unlessEnded(world: World, id: string, reply: Reply): Promise<Reply> {
  if (reply.status !== 409 && reply.status !== 400) return reply;
  const shown = await world.get(id);
  if (!isFinalStatus(member(shown.body, 'status'))) return reply;
  throw new Undecided('the target ended the action by itself before this request', shown.exchange);
}
