import pLimit from 'p-limit';
import { differing } from '../../../model/shown-action.js';
import { unlessInconclusive } from '../../errors.js';
import { isObject, type Reply } from '../../evidence/reply.js';
import type { Action, World } from '../world.js';
import { together } from './together.js';

/** The requests of several inputs of a case. Each of them must be rejected, and so none may change the action that all of them get. */
export interface SentTogether<Input> {
  /** Names the action, for the inputs of the case that use the same. */
  readonly kind: string;
  /** The input that is played. */
  readonly input: Input;
  /** Whether another input of the case uses this action. */
  readonly uses: (input: Input) => boolean;
  readonly send: (world: World, id: string, input: Input) => Promise<readonly Reply[]>;
}

/** The responses to one input, and the action before and after the requests of all inputs. */
export interface RepliesTogether<Made> {
  readonly action: Made;
  readonly replies: readonly Reply[];
  readonly after: Reply;
}

/** How many of the requests are sent at the same time. */
const atOnce = 4;

/**
 * Sends the requests of all inputs that the run plays to one new action, once, and reads it after them. Returns what concerns this input;
 * `undefined` where the inputs of the run are not known, or unless all requests were rejected and the action is as before: then each
 * input has to be decided alone.
 */
export async function sentTogether<Made extends Action, Input>(
  world: World,
  make: (world: World) => Promise<Made>,
  { kind, input, uses, send }: SentTogether<Input>,
): Promise<RepliesTogether<Made> | undefined> {
  const inputs = (world.shared.inputs as readonly Input[]).filter(uses);
  if (inputs.length < 2 || !inputs.includes(input)) return undefined;
  const sendAll = async (own: World) => {
    const action = await make(own);
    const limit = pLimit(own.alone ? 1 : atOnce);
    const sent = inputs.map((one) => limit(async () => [one, await send(own, action.id, one)] as const));
    const replies = await together(sent);
    const after = await own.get(action.id);
    const isUnchanged = isObject(after.body) && differing(after.body, action).length === 0;
    const areRejected = replies.every(([, some]) => some.every(isRejected));
    return isUnchanged && areRejected ? { action, replies: new Map(replies), after } : undefined;
  };
  const all = await world.shared.once(`${kind}, all inputs`, (own) => unlessInconclusive(sendAll(own)));
  const replies = all?.replies.get(input);
  return all && replies && { action: all.action, replies, after: all.after };
}

function isRejected({ status }: Reply): boolean {
  return status >= 400 && status < 500 && status !== 429;
}
