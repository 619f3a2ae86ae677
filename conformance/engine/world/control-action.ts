import { isPossibleLater, isStatus } from '../../model/lifecycle.js';
import { differing } from '../../model/shown-action.js';
import { Inconclusive, MovedByItself } from '../errors.js';
import { isObject, member, type Reply } from '../evidence/reply.js';
import { type SentTogether, sentTogether } from './together/sent-together.js';
import type { Action, World } from './world.js';

const rounds = 3;

/** What changes when a target moves an action by itself. */
const progress = ['status', 'lastActionDateTime'];

interface ActionOperation<Made extends Action, Seen, Input> {
  /** Creates the action, in this world or in one of its own if the inputs of the case use it together. */
  readonly make: (world: World) => Promise<Made>;
  /** Performs the operation under test on it, and reads what is needed to judge. */
  readonly act: (action: Made) => Promise<Seen>;
  /** Whether the outcome is as expected, as far as the action's own progress can influence it. */
  readonly expected: (seen: Seen, action: Made) => boolean;
  /** The last get after the operation, if all but the progress of the action can be judged when the action has moved by itself. */
  readonly after?: (seen: Seen) => Reply | undefined;
  /**
   * Lets the inputs of a case that name this kind use one action at the same time, because none of their requests may change it. `read`
   * returns the last get after the operation, unless a request was accepted.
   */
  readonly together?: {
    readonly kind: string;
    readonly read: (seen: Seen) => Reply | undefined;
    /** Sends the requests of these inputs before one read, where all of them are rejected; otherwise each is decided alone. */
    readonly all?: Omit<SentTogether<Input>, 'kind'> & {
      readonly seen: (replies: readonly Reply[], after: Reply) => Seen;
    };
  };
}

/** What was seen, and the action before the operation. */
export interface Performed<Made, Seen> {
  readonly action: Made;
  readonly seen: Seen;
  /** True when the action has moved, but not further than an older one that nobody changed: then its progress says nothing. */
  readonly moved?: true;
}

/**
 * Performs an operation on an action whose status must not change meanwhile. If the outcome is not as expected, a target that moves
 * actions by itself may be the cause (decision 0031). Then the operation is repeated beside a control action: an older action in the same
 * status that is not changed. An unexpected outcome counts when the control action does not move. One with a get `after` the operation
 * counts, too, when the control action has come at least as far, as `moved`.
 *
 * @throws MovedByItself when the control action moves, Inconclusive when it never comes as far.
 */
export async function withControlAction<Made extends Action, Seen, Input = never>(
  world: World,
  { make, act, expected, after, together }: ActionOperation<Made, Seen, Input>,
): Promise<Performed<Made, Seen>> {
  if (together && world.profile.class === 'stateful') {
    const { kind, all } = together;
    const sent = all && (await sentTogether(world, make, { kind, ...all }));
    if (all && sent) return { action: sent.action, seen: all.seen(sent.replies, sent.after) };
    const done = await performOn(await world.shared.once(together.kind, make));
    const shown = together.read(done.seen)?.body;
    const isUnchanged = isObject(shown) && differing(shown, done.action).length === 0;
    if (isUnchanged && expected(done.seen, done.action)) return done;
    // Another input or the time that has passed may be the cause, so an action of its own decides.
    world.shared.end(together.kind);
  }
  let done = await performOn(await make(world));
  if (world.profile.class === 'stateless' || expected(done.seen, done.action)) return done;
  let moved = false;
  for (let round = 1; round <= rounds; round++) {
    // A get is compared with a get, whether or not `make` reads the action.
    const control = await world.read((await make(world)).id);
    done = await performOn(await make(world));
    if (expected(done.seen, done.action)) return done;
    const now = await world.read(control.id);
    moved ||= now.status !== done.action.status || progress.some((name) => differing(now, control).includes(name));
    if (moved && hasComeAsFar(now, after?.(done.seen))) return { ...done, moved: true };
  }
  if (!moved) return done;
  if (after === undefined)
    throw new MovedByItself('the target moves actions by itself, which may have caused the outcome');
  throw new Inconclusive(
    'the target moves actions by itself, but the action is further than an older one that was not changed',
    after(done.seen)?.exchange,
  );

  async function performOn(action: Made): Promise<Performed<Made, Seen>> {
    return { action, seen: await act(action) };
  }
}

/** Whether the control action shows the status of a get, or a later one. */
function hasComeAsFar({ status: control }: Action, after: Reply | undefined): boolean {
  const shown = member(after?.body, 'status');
  return isStatus(shown) && isStatus(control) && isPossibleLater(shown, control);
}

/** The response to a PATCH or cancel of a new action; a target may reject it only if the action has ended (decisions 0036 and 0038). */
export async function responseForNewAction(
  world: World,
  send: (id: string) => Promise<Reply>,
  make = () => world.action(),
): Promise<Reply> {
  const { seen } = await withControlAction(world, {
    make,
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
