import type { Action, World } from './world.js';

interface InTurn {
  /** Creates the action as each input leaves it; by default any action. */
  readonly make?: () => Promise<Action>;
  /** Names the state in which each input leaves it: an input gets only actions of its kind. */
  readonly kind?: string;
  /** False if the input need not know how the action begins: then one of another input comes as its id alone. */
  readonly isRead?: boolean;
}

/** The kind of an action that is unfinished, and about which the inputs of the case need to know nothing else. */
export const unfinished = 'unfinished';

/**
 * The action that the input before left, as a get shows it, or a new one if there is none. If this input passes and the action is
 * unfinished, the next one gets it: a case with inputs in turn needs one action for all of them. An input that does not pass with the
 * action of another one is played again with an action of its own, so that no failure is the consequence of another input.
 */
export async function actionInTurn(
  world: World,
  { make = () => world.action(), kind = unfinished, isRead = true }: InTurn = {},
): Promise<Action> {
  if (world.profile.class === 'stateless') return make();
  const left = world.shared.takeInTurn(kind);
  const action = left === undefined ? await make() : isRead ? await world.read(left) : { id: left };
  world.shared.leaveIfPassed(kind, () => action.id, action.id);
  return action;
}
