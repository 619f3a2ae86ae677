import { notAccepted } from '../../engine/errors.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { expectSuccessOr } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { type StatusPath, unreadAlong } from '../../engine/world/status-paths.js';
import type { Action, World } from '../../engine/world/world.js';
import { isFinalStatus } from '../../model/lifecycle.js';

/** The response to a cancel of an unfinished action that was brought along the path first. */
export async function cancelOnPath(
  world: World,
  path: StatusPath,
  send: Send & { readonly body?: unknown } = {},
): Promise<Reply> {
  const { seen } = await withControlAction(world, {
    make: () => unreadAlong(world, path),
    act: ({ id }) => world.cancel(id, send),
    expected: ({ status }) => status < 300,
  });
  return seen;
}

/** Expects a status that decision 0038 allows for a cancel of an action that has finished or is about to finish. */
export function expectCancelHandled(reply: Reply): void {
  expectSuccessOr(reply, 400, 409);
}

/**
 * Cancels an action, on which the case depends.
 *
 * @throws Inconclusive unless the response has a 2xx status; an action that has ended by itself explains a 400, 409 or 422.
 */
export async function cancelSuccessfully(world: World, id: string): Promise<Reply> {
  const reply = await world.cancel(id);
  if (reply.status < 300) return reply;
  throw notAccepted(
    `the cancel that the case depends on is rejected with ${reply.status}`,
    [400, 422].includes(reply.status) ? 409 : reply.status,
    reply.exchange,
  );
}

/** The responses to all gets of a cancelled action until it is finished or the settle time ends. */
export async function readUntilFinished(world: World, id: string): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  await world.eventually(
    async () => {
      const reply = await world.get(id);
      replies.push(reply);
      return reply;
    },
    ({ body }) => isFinalStatus(member(body, 'status')),
  );
  return replies;
}

/** Cancels an action, reads it until it is finished, cancels it again and reads it once more. Returns the responses to the gets. */
export async function readThroughTwoCancels(world: World, { id }: Action): Promise<readonly Reply[]> {
  await cancelSuccessfully(world, id);
  const replies = await readUntilFinished(world, id);
  await world.cancel(id);
  return [...replies, await world.get(id)];
}
