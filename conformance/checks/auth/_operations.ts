import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import type { Action, World } from '../../engine/world/world.js';

/** One of the five operations as a valid request. `send` takes the id of the action that the request is about. */
export interface OperationCall {
  readonly name: 'list' | 'create' | 'get' | 'update' | 'cancel';
  readonly send: (world: World, id: string, send?: Send) => Promise<Reply>;
}

export const readOperations: readonly OperationCall[] = [
  { name: 'list', send: (world, _id, send) => world.list(send) },
  { name: 'get', send: (world, id, send) => world.get(id, send) },
];

const create: OperationCall = { name: 'create', send: (world, _id, send) => world.create(world.body(), send) };
const update: OperationCall = {
  name: 'update',
  send: (world, id, send) => world.update(id, { actionReason: world.text('Updated') }, send),
};
const cancel: OperationCall = { name: 'cancel', send: (world, id, send) => world.cancel(id, send) };

/** The operations that change something. Includes update only if the target supports it. */
export function writeOperations(world: World): readonly OperationCall[] {
  return world.profile.features.update.offered ? [create, update, cancel] : [create, cancel];
}

/** All operations that the target supports. */
export function supportedOperations(world: World): readonly OperationCall[] {
  return [...readOperations, ...writeOperations(world)];
}

/**
 * Performs the operation as the writer on an action of its own, which is the control; once for all inputs with this operation.
 *
 * @throws Inconclusive if the control is rejected. On a target that rejects every caller, a rejection says nothing about permissions.
 */
export async function requireWriterControl(world: World, { name, send }: OperationCall): Promise<void> {
  await world.shared.once(`control of ${name}`, async () => {
    const reply = await send(world, (await actionFor(world, name)).id);
    if (reply.status >= 300)
      throw new Inconclusive(`the control, ${name} by the writer, is rejected with ${reply.status}`, reply.exchange);
  });
}

/** An action for an operation that is accepted: a new one if the operation changes it. */
export function actionFor(world: World, operation: OperationCall['name']): Promise<Action> {
  return operation === 'update' || operation === 'cancel' ? world.action() : actionForAll(world);
}

/** An action to which all inputs of the case send requests that must not change it. */
export function actionForAll(world: World): Promise<Action> {
  return world.shared.once('action', () => world.action());
}

/** The action for all inputs, after the control. */
export async function actionAfterWriterControl(world: World, operation: OperationCall): Promise<Action> {
  await requireWriterControl(world, operation);
  return actionForAll(world);
}
