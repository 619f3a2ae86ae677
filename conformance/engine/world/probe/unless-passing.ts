import { isOwnServerError } from '../../evidence/overload.js';
import type { Reply } from '../../evidence/reply.js';
import type { World } from '../world.js';

/** Milliseconds before a request of the probe that meets a server error is sent a second and a third time. */
const pausesMs: readonly number[] = [150, 300];

/** Says of itself that it does not pass. */
export const notImplemented = 501;

/** The reply to a request, which is made again where it meets a server error in passing: what the probe misses, no case looks for. */
export async function unlessPassing({ clock }: World, send: () => Promise<Reply>): Promise<Reply> {
  let reply = await send();
  for (const ms of pausesMs) {
    if (!isOwnServerError(reply.status) || reply.status === notImplemented) break;
    await clock.sleep(ms);
    reply = await send();
  }
  return reply;
}
