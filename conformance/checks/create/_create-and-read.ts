import type { Exchange } from '../../engine/evidence/exchange.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import type { Action, World } from '../../engine/world/world.js';

/** The answer to a create, and what a get shows of the new action; nothing is read after a refusal or on a stateless mock. */
export interface Made {
  readonly reply: Reply;
  readonly read?: Reply;
}

/** Sends a create and reads what it made. A body refused, or one that breaks the server, is for the case to judge; any other answer without an action decides nothing. */
export async function make(world: World, body: unknown, send: Send = {}): Promise<Made> {
  const reply = await world.create(body, send);
  if ([400, 422, 500].includes(reply.status)) return { reply };
  return { reply, read: await readBack(world, world.entity(reply, 201).id) };
}

/** A get of a new action; that it comes at once is for CREATE-9 alone. */
export async function readBack(world: World, id: string): Promise<Reply | undefined> {
  if (world.profile.class === 'stateless') return undefined;
  return world.eventually(
    () => world.get(id),
    ({ status }) => status < 400,
  );
}

/** Expects the action to have been made, and judges it wherever it was shown: in the answer and in the get. */
export function expectMade({ reply, read }: Made, judge: (shown: Action, exchange: Exchange) => void): void {
  const made = expectEntity(reply, 201);
  judge(made, reply.exchange);
  if (!read) return;
  const shown = expectEntity(read, 200, 206);
  expectEqual(shown.id, made.id, '/id', read.exchange);
  judge(shown, read.exchange);
}
