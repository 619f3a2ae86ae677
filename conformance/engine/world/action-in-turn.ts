import { actionIdIn } from '../evidence/paths.js';
import { replyOf } from '../evidence/recorded-exchange.js';
import { isObject, isSuccess } from '../evidence/reply.js';
import type { Action, World } from './world.js';

interface InTurn {
  /** Creates the action as each input leaves it; by default any action. */
  readonly make?: () => Promise<Action>;
  /** Names the state in which each input leaves it: an input gets only actions of its kind. */
  readonly kind?: string;
  /** False if the input need not know how the action begins: then one of another input may come as its id alone. */
  readonly isRead?: boolean;
}

/** The kind of an action that is unfinished, and about which the inputs of the case need to know nothing else. */
export const unfinished = 'unfinished';

/** An action as the last get showed it; only its id if something was sent to it after that. */
type Left = Pick<Action, 'id'> | Action;

/**
 * The action that the input before left, as a get shows it, or a new one if there is none. If this input passes and the action is
 * unfinished, the next one gets it: a case with inputs in turn needs one action for all of them. An input that ended with a get of the
 * action leaves what that showed, so that the next one need not read it again. An input that does not pass with the action of another one
 * is played again with an action of its own, so that no failure is the consequence of another input.
 */
export async function actionInTurn(
  world: World,
  { make = () => world.action(), kind = unfinished, isRead = true }: InTurn = {},
): Promise<Action> {
  if (world.profile.class === 'stateless') return make();
  const left = world.shared.takeInTurn<Left>(kind);
  const isShown = left !== undefined && 'status' in left;
  const action = left === undefined ? await make() : isRead && !isShown ? await world.read(left.id) : left;
  world.shared.leaveIfPassed(kind, () => leftAs(world, action.id), action.id);
  return action;
}

/** The action as the writer's last get showed it, if no other request was sent to it in this world after that. */
export function leftAs({ exchanges }: World, id: string): Left {
  const last = exchanges.findLast(({ request }) => actionIdIn(request.url) === id);
  const isRead = last?.operation === 'get' && last.caller === 'writer' && last.select === undefined;
  if (!isRead || !last.response) return { id };
  const reply = replyOf(last, last.response);
  return isSuccess(reply) && isObject(reply.body) ? { ...reply.body, id } : { id };
}
