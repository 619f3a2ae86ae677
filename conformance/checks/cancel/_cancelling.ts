import { Inconclusive } from '../../engine/errors.js';
import { member, type Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { expectThat } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { type StatusPath, walk } from '../../engine/world/status-paths.js';
import type { Action, World } from '../../engine/world/world.js';
import { isFinalStatus } from '../../model/lifecycle.js';

/** The answer to a cancel of an unfinished action on that way. */
export async function cancelOn(
  world: World,
  way: StatusPath,
  send: Send & { readonly body?: unknown } = {},
): Promise<Reply> {
  const { seen } = await withControlAction(world, {
    make: () => walk(world, way),
    act: ({ id }) => world.cancel(id, send),
    expected: ({ status }) => status < 300,
  });
  return seen;
}

/** Expects an answer that is lawful to the cancel of an action which has ended, or is about to; reading 0038. */
export function expectDoneOrRefused({ status, exchange }: Reply): void {
  const holds = status < 300 || status === 400 || status === 409;
  expectThat(holds, { expected: 'a 2xx status, 400 or 409', received: `status ${status}`, at: 'status', exchange });
}

/** Cancels an action; the case cannot do without its being accepted. */
export async function accepted(world: World, id: string): Promise<Reply> {
  const reply = await world.cancel(id);
  if (reply.status < 300) return reply;
  throw new Inconclusive(`the cancel has to be accepted first, but was answered with ${reply.status}`, reply.exchange);
}

/** Everything that gets show of a cancelled action until it has come to its end, or the settle time is over. */
export async function looksUntilTheEnd(world: World, id: string): Promise<readonly Reply[]> {
  const looks: Reply[] = [];
  await world.eventually(
    async () => {
      const look = await world.get(id);
      looks.push(look);
      return look;
    },
    ({ body }) => isFinalStatus(member(body, 'status')),
  );
  return looks;
}

/** Cancels an action, looks at it until its end, cancels it again and looks once more. */
export async function looksThroughTwoCancels(world: World, { id }: Action): Promise<readonly Reply[]> {
  await accepted(world, id);
  const looks = await looksUntilTheEnd(world, id);
  await world.cancel(id);
  return [...looks, await world.get(id)];
}
