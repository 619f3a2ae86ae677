import { isPossibleLater, isStatus } from '../../model/lifecycle.js';
import { differing } from '../../model/shown-action.js';
import { Inconclusive } from '../errors.js';
import { isObject, member, type Reply } from '../evidence/reply.js';
import type { Action, World } from './world.js';

const rounds = 3;

/** What changes when a target moves an action by itself. */
const progress = ['status', 'lastActionDateTime'];

interface ActionOperation<Made extends Action, Seen> {
  /** Creates the action, in this world or in one of its own if the inputs of the case use it together. */
  readonly make: (world: World) => Promise<Made>;
  /** Performs the operation under test on it, and reads what is needed to judge. */
  readonly act: (action: Made) => Promise<Seen>;
  /** Whether the outcome is as expected, as far as the action's own progress can influence it. */
  readonly expected: (seen: Seen, action: Made) => boolean;
  /**
   * Lets the inputs of a case that name this kind use one action at the same time, because none of their requests may change it. `read`
   * returns the last get after the operation, unless a request was accepted.
   */
  readonly together?: { readonly kind: string; readonly read: (seen: Seen) => Reply | undefined };
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
  { make, act, expected, together }: ActionOperation<Made, Seen>,
): Promise<Performed<Made, Seen>> {
  if (together && world.profile.class === 'stateful') {
    const done = await performOn(await world.shared.once(together.kind, make));
    const after = together.read(done.seen)?.body;
    const isUnchanged = isObject(after) && differing(after, done.action).length === 0;
    if (isUnchanged && expected(done.seen, done.action)) return done;
    // Another input or the time that has passed may be the cause, so an action of its own decides.
    world.shared.end(together.kind);
  }
  let done = await performOn(await make(world));
  if (world.profile.class === 'stateless' || expected(done.seen, done.action)) return done;
  let moved = false;
  for (let round = 1; round <= rounds; round++) {
    const control = await make(world);
    done = await performOn(await make(world));
    if (expected(done.seen, done.action)) return done;
    const now = await world.read(control.id);
    moved ||= now.status !== done.action.status || progress.some((name) => differing(now, control).includes(name));
  }
  if (!moved) return done;
  throw new Inconclusive('the target moves actions by itself, which may have caused the outcome');

  async function performOn(action: Made): Promise<Performed<Made, Seen>> {
    return { action, seen: await act(action) };
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
