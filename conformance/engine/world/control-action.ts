import { isPossibleLater, isStatus } from '../../model/lifecycle.js';
import { differing } from '../../model/shown-action.js';
import { Inconclusive } from '../errors.js';
import { isObject, member, type Reply } from '../evidence/reply.js';
import type { Action, World } from './world.js';

const rounds = 3;

/** What changes when a target moves an action by itself. */
const progress = ['status', 'lastActionDateTime'];

interface ActionOperation<Made extends Action, Seen> {
  /** Creates the action. */
  readonly make: () => Promise<Made>;
  /** Performs the operation under test on it, and reads what is needed to judge. */
  readonly act: (action: Made) => Promise<Seen>;
  /** Whether the outcome is as expected, as far as the action's own progress can influence it. */
  readonly expected: (seen: Seen, action: Made) => boolean;
  /**
   * Lets the inputs of a case use one action in turn. `read` returns the last get after the operation, unless a request was accepted; an
   * action that it shows unchanged is left for the next input that names this kind.
   */
  readonly inTurn?: { readonly kind: string; readonly read: (seen: Seen) => Reply | undefined };
}

/** What was seen, and the action before the operation. */
export interface Performed<Made, Seen> {
  readonly action: Made;
  readonly seen: Seen;
}

/**
 * Performs an operation on an action whose status must not change meanwhile. If the outcome is not as expected, a target that moves
 * actions by itself may be the cause (decision 0031). Then the operation is repeated beside a control action: an older action in the same
 * status that is not changed. An unexpected outcome counts when the control action does not move.
 *
 * @throws Inconclusive when the control action moves.
 */
export async function withControlAction<Made extends Action, Seen>(
  world: World,
  { make, act, expected, inTurn }: ActionOperation<Made, Seen>,
): Promise<Performed<Made, Seen>> {
  const idle = inTurn && world.shared.take<Made>(inTurn.kind);
  if (idle) {
    const done = await performOn(idle);
    // Otherwise the time that the action waited for its turn may be the cause, so a new one decides.
    if (expected(done.seen, done.action)) return done;
  }
  let done = await performOn(await make());
  if (world.profile.class === 'stateless' || expected(done.seen, done.action)) return done;
  let moved = false;
  for (let round = 1; round <= rounds; round++) {
    const control = await make();
    done = await performOn(await make());
    if (expected(done.seen, done.action)) return done;
    const now = await world.read(control.id);
    moved ||= now.status !== done.action.status || progress.some((name) => differing(now, control).includes(name));
  }
  if (!moved) return done;
  throw new Inconclusive('the target moves actions by itself, which may have caused the outcome');

  async function performOn(action: Made): Promise<Performed<Made, Seen>> {
    const seen = await act(action);
    const after = inTurn?.read(seen)?.body;
    if (inTurn && world.profile.class === 'stateful' && isObject(after) && differing(after, action).length === 0)
      world.shared.leave(inTurn.kind, action);
    return { action, seen };
  }
}

/** The response to a PATCH or cancel of a new action; a target may reject it only if the action has ended (decisions 0036 and 0038). */
export async function responseForNewAction(world: World, send: (id: string) => Promise<Reply>): Promise<Reply> {
  const { seen } = await withControlAction(world, {
    make: () => world.action(),
    act: ({ id }) => send(id),
    expected: ({ status }) => status < 300,
  });
  return seen;
}

/** Whether a get shows a later status than before, which the target may have set by itself. */
export function hasMoved(after: Reply, { status: before }: Action): boolean {
  const now = member(after.body, 'status');
  return isStatus(before) && isStatus(now) && now !== before && isPossibleLater(before, now);
}
