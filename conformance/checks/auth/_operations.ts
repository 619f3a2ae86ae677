import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import type { Action, World } from '../../engine/world/world.js';

/** One of the five operations, as a lawful caller would send it about an action. */
export interface Attempt {
  readonly name: 'list' | 'create' | 'get' | 'update' | 'cancel';
  readonly send: (world: World, id: string, send?: Send) => Promise<Reply>;
}

export const reads: readonly Attempt[] = [
  { name: 'list', send: (world, _id, send) => world.list(send) },
  { name: 'get', send: (world, id, send) => world.get(id, send) },
];

const create: Attempt = { name: 'create', send: (world, _id, send) => world.create(world.body(), send) };
const update: Attempt = {
  name: 'update',
  send: (world, id, send) => world.update(id, { actionReason: world.text('Attempt') }, send),
};
const cancel: Attempt = { name: 'cancel', send: (world, id, send) => world.cancel(id, send) };

/** The operations that change something; PATCH only where the target offers it. */
export function writes(world: World): readonly Attempt[] {
  return world.profile.features.update.offered ? [create, update, cancel] : [create, cancel];
}

/** Every operation that the target offers. */
export function operations(world: World): readonly Attempt[] {
  return [...reads, ...writes(world)];
}

/** An action, after the writer has done the same operation on one of its own: a target that refuses everybody proves nothing. */
export async function allowedToTheWriter(world: World, { name, send }: Attempt): Promise<Action> {
  const reply = await send(world, (await world.action()).id);
  if (reply.status >= 300) {
    throw new Inconclusive(`${name} by the writer, the lawful twin, was answered with ${reply.status}`, reply.exchange);
  }
  return world.action();
}
