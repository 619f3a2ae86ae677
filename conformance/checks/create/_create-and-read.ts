import { NotObserved, unlessInconclusive } from '../../engine/errors.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import type { Reply } from '../../engine/evidence/reply.js';
import type { Send } from '../../engine/http/api.js';
import { expectEntity, expectStatus } from '../../engine/judge/expect.js';
import { countJudgements } from '../../engine/judge/judge.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { readNew } from '../../engine/world/in-time.js';
import type { Action, World } from '../../engine/world/world.js';
import type { BodyInput } from './_bodies.js';

/** The response to a create, and a get of the new action. There is no get after a rejected create and on a stateless mock. */
export interface CreateResult {
  readonly reply: Reply;
  readonly read?: Reply | undefined;
}

/**
 * Sends a create and reads the new action. The case judges 400, 422 and 500.
 *
 * @throws Inconclusive for any other response without an action.
 */
export async function createAndRead(world: World, body: unknown, send: Send = {}): Promise<CreateResult> {
  return asResult(world, await world.create(body, send));
}

/** The rejections of a valid body that the case judges. */
const judgedRejections: readonly number[] = [400, 422, 500];

async function asResult(world: World, reply: Reply): Promise<CreateResult> {
  return judgedRejections.includes(reply.status) ? { reply } : createdAndRead(world, reply);
}

/**
 * The rejection of a valid body for a reason that lies in the body, as a firewall rejects texts that it takes for attacks: a plain body is
 * accepted meanwhile, and this one is rejected again.
 *
 * @throws Inconclusive when the target rejects plain bodies as well.
 */
export async function rejectedForItself(world: World, body: unknown, rejection: Reply): Promise<Reply> {
  const control = await world.create(world.body());
  const again = await world.create(body);
  if (control.status >= 300 || again.status < 400) world.entity(rejection);
  return again;
}

/** The statuses with which a target may reject a blank or long text, or a repeated `clientContext`; decision 0049. */
export const rejectionsOfText = [400, 409, 413] as const;

/** What became of an input, and the body that was sent for it. */
export interface InputResult extends CreateResult {
  readonly sent: WritableBody;
}

/** Judges a new action as a response shows it, compared with the body that was sent. */
export type JudgeSent = (shown: Action, exchange: Exchange, sent: WritableBody) => void;

/**
 * Creates the action of an input and reads it; a body that the target may reject need not be accepted. If the input may be sent together
 * with others, that is done once for all of them, and it counts if the action is as it was sent.
 */
export async function createInput(world: World, input: BodyInput, judge: JudgeSent): Promise<InputResult> {
  const together = await createdTogether(world, input, judge);
  return together ?? { ...(await createAlone(world, input)), sent: input.body };
}

async function createdTogether(
  world: World,
  { together }: BodyInput,
  judge: JudgeSent,
): Promise<InputResult | undefined> {
  if (!together || world.profile.class === 'stateless') return undefined;
  const { key, body } = together;
  return world.shared.once(key, async (own) => {
    const created = await unlessInconclusive(own.create(body).then((reply) => createdAndRead(own, reply)));
    if (!created) return undefined;
    const result = { ...created, sent: body };
    return countJudgements(() => expectSent(result, judge)).finding ? undefined : result;
  });
}

async function createAlone(world: World, { body, mayReject, acceptedBy }: BodyInput): Promise<CreateResult> {
  const reply = await world.create(body);
  if (!mayReject && !acceptedBy) {
    if (reply.status < 400 || judgedRejections.includes(reply.status)) return asResult(world, reply);
    return { reply: await rejectedForItself(world, body, reply) };
  }
  if (acceptedBy && reply.status >= 400)
    throw new NotObserved(`the create is rejected with ${reply.status}, which ${acceptedBy} judges`, reply.exchange);
  if (reply.status < 400) return createdAndRead(world, reply);
  const mayBeRejected = [...rejectionsOfText, 422].some((status) => status === reply.status);
  return { reply: mayBeRejected ? reply : await rejectedForItself(world, body, reply) };
}

async function createdAndRead(world: World, reply: Reply): Promise<CreateResult> {
  return { reply, read: await readCreated(world, world.entity(reply).id) };
}

/** A get of a new action as {@link readNew} sends it; `undefined` on a stateless mock, which keeps none. */
export async function readCreated(world: World, id: string): Promise<Reply | undefined> {
  if (world.profile.class === 'stateless') return undefined;
  return readNew(world, id);
}

/** Expects the action of the input as {@link expectCreated} does, or a rejection where the target may reject the body. */
export function expectInput(result: InputResult, { mayReject }: BodyInput, judge: JudgeSent): void {
  if (mayReject && result.reply.status >= 400) expectStatus(result.reply, 201, ...rejectionsOfText, 422);
  else expectSent(result, judge);
}

function expectSent({ sent, ...result }: InputResult, judge: JudgeSent): void {
  expectCreated(result, (shown, exchange) => judge(shown, exchange, sent));
}

/** Expects success, and judges the action both in the response and in the get. */
export function expectCreated({ reply, read }: CreateResult, judge: (shown: Action, exchange: Exchange) => void): void {
  const created = expectEntity(reply);
  judge(created, reply.exchange);
  if (!read) return;
  judge(expectEntity(read), read.exchange);
}
