import { isPossibleLater, isStatus } from '../../model/lifecycle.js';
import { Inconclusive } from '../errors.js';
import { member, type Reply } from '../evidence/reply.js';
import type { Action, World } from './world.js';

const rounds = 3;

interface ActionOperation<Made extends Action, Seen> {
  /** Makes the action. */
  readonly make: () => Promise<Made>;
  /** Does the one thing to it, and reads what is needed to judge. */
  readonly act: (action: Made) => Promise<Seen>;
  /** Whether what was seen is as it should be, as far as the action's own progress could have a part in it. */
  readonly expected: (seen: Seen, action: Made) => boolean;
}

/** What was seen, and the action as it was before. */
export interface Done<Made, Seen> {
  readonly action: Made;
  readonly seen: Seen;
}

/**
 * Does one thing to an action that must not have moved in between. Where the outcome is not as expected, a target that progresses
 * actions by itself may have been at work (reading 0031): then it is done again beside an older action in the same status that nobody
 * touches. An outcome that comes back while the older one stays where it is, is the deed's; throws {@link Inconclusive} when that moves.
 */
export async function withControlAction<Made extends Action, Seen>(
  world: World,
  { make, act, expected }: ActionOperation<Made, Seen>,
): Promise<Done<Made, Seen>> {
  let done = await doneTo(await make());
  if (world.profile.class === 'stateless' || expected(done.seen, done.action)) return done;
  let moved = false;
  for (let round = 1; round <= rounds; round++) {
    const control = await make();
    done = await doneTo(await make());
    if (expected(done.seen, done.action)) return done;
    const { status } = await world.read(control.id);
    moved ||= status !== control.status || status !== done.action.status;
  }
  if (!moved) return done;
  throw new Inconclusive('the target moves actions by itself, so that this outcome may be due to its own progress');

  async function doneTo(action: Made): Promise<Done<Made, Seen>> {
    return { action, seen: await act(action) };
  }
}

/** The answer to a PATCH or cancel of a new action, which is refused only where the action has ended (readings 0036 and 0038). */
export async function answerOnNew(world: World, ask: (id: string) => Promise<Reply>): Promise<Reply> {
  const { seen } = await withControlAction(world, {
    make: () => world.action(),
    act: ({ id }) => ask(id),
    expected: ({ status }) => status < 300,
  });
  return seen;
}

/** Whether a get shows that the action has gone on since, as it may have done by itself. */
export function hasMoved(after: Reply, { status: before }: Action): boolean {
  const now = member(after.body, 'status');
  return isStatus(before) && isStatus(now) && now !== before && isPossibleLater(before, now);
}
