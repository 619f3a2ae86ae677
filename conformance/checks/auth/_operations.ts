import { Inconclusive, NotObserved } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import type { ReasonKind } from '../../engine/reason.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { responseForNewAction } from '../../engine/world/control-action.js';
import { type Action, idOf, type World } from '../../engine/world/world.js';
import { otherAddresses } from './_addresses.js';

/** One of the five operations as a valid request. `send` takes the id of the action that the request is about. */
export interface OperationCall {
  readonly name: 'list' | 'create' | 'get' | 'update' | 'cancel';
  /** What the request is, if it is not the plain one of the operation. */
  readonly says?: string;
  /** True for a request that a target need not answer. */
  readonly optional?: true;
  /** The query options of a list. */
  readonly query?: Readonly<Record<string, string>>;
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

/** All operations that the target supports, each at every address that may reach it. */
export function everyAddress(world: World): readonly OperationCall[] {
  return [...supportedOperations(world), ...otherAddresses(world)];
}

/** The name of a request in reports. */
export function callName({ name, says }: OperationCall): string {
  return says ?? name;
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
export async function requireWriterControl(world: World, call: OperationCall): Promise<void> {
  const { optional } = call;
  await world.shared.once(`control of ${callName(call)}`, async (world) => {
    const reply = await (optional ? answeredReply(world, call) : acceptedReply(world, call));
    if (reply.status >= 300 && optional)
      throw new NotObserved(
        `the target does not answer a ${callName(call)}: it responds with ${reply.status}`,
        reply.exchange,
      );
    if (reply.status >= 300)
      throw new Inconclusive(
        `the control, ${call.name} by the writer, is rejected with ${reply.status}`,
        reply.exchange,
      );
  });
}

/**
 * The response to a request that a target need not answer, such as HEAD.
 *
 * @throws NotObserved when two attempts get no response, as where a gateway closes the connection.
 */
async function answeredReply(world: World, call: OperationCall, isLast = false): Promise<Reply> {
  try {
    return await acceptedReply(world, call);
  } catch (error) {
    if (!(error instanceof Inconclusive) || !unanswered.has(error.kind)) throw error;
    if (!isLast) return answeredReply(world, call, true);
    throw new NotObserved(`the target does not answer a ${callName(call)}: ${error.message}`, error.exchange);
  }
}

/** Why there is no response. */
const unanswered: ReadonlySet<ReasonKind> = new Set(['no-response', 'connection-lost']);

/** The kind of the actions that the controls made or changed, and that the next of them may change. */
const ofControls = 'of a control';

/**
 * The response to the operation by the writer. If it changes an action, that is one of an earlier control, or a new one where there is
 * none or where the operation is rejected, because an older action may have ended.
 */
async function acceptedReply(world: World, { name, send }: OperationCall): Promise<Reply> {
  if (name !== 'update' && name !== 'cancel') {
    const reply = await send(world, await addressedId(world, name));
    const created = name === 'create' && reply.status < 300 ? idOf(reply) : undefined;
    if (created !== undefined) world.shared.leave(ofControls, created);
    return reply;
  }
  const change = async (id: string) => {
    const reply = await send(world, id);
    if (name === 'update' && reply.status < 300) world.shared.leave(ofControls, id);
    return reply;
  };
  const earlier = world.shared.take<string>(ofControls);
  const reply = earlier === undefined ? undefined : await change(earlier);
  return reply && reply.status < 300 ? reply : change((await world.action()).id);
}

/** The kind of the action to which all inputs of the case send requests that must not change it. */
export const forAll = 'action';

/** A new action as a get shows it. */
export async function newAction(world: World): Promise<Action> {
  return world.read((await world.action()).id);
}

/** The action of the kind {@link forAll}. */
export function actionForAll(world: World): Promise<Action> {
  return world.shared.once(forAll, newAction);
}

/**
 * The response to the operation on an action of its own if the operation changes it, and on the action for all inputs otherwise. A target
 * may reject a change only if the action has ended (decisions 0036 and 0038).
 */
export async function responseOf(world: World, { name, send }: OperationCall, sending: Send = {}): Promise<Reply> {
  if (name === 'update' || name === 'cancel')
    return responseForNewAction(
      world,
      (id) => send(world, id, sending),
      () => actionInTurn(world, { isRead: false }),
    );
  return send(world, await addressedId(world, name), sending);
}

/**
 * The id of the action for all inputs. It is empty for a list or a create, which address no action, so that these are judged on a target
 * that shows none.
 */
export async function addressedId(world: World, name: OperationCall['name']): Promise<string> {
  return name === 'list' || name === 'create' ? '' : (await actionForAll(world)).id;
}

/** The id that the operation is sent to, after the control. */
export async function idAfterWriterControl(world: World, operation: OperationCall): Promise<string> {
  await requireWriterControl(world, operation);
  return addressedId(world, operation.name);
}
