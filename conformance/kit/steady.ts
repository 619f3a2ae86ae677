import { Undecided } from './violation.js';
import type { Action, World } from './world.js';

const rounds = 3;

interface Deed<Seen> {
  /** Makes the action. */
  readonly make: () => Promise<Action>;
  /** Does the one thing to it, and reads what is needed to judge. */
  readonly act: (action: Action) => Promise<Seen>;
  /** Whether what was seen is as it should be. */
  readonly expected: (seen: Seen, action: Action) => boolean;
}

/** What was seen, and the action as it was before. */
export interface Done<Seen> {
  readonly action: Action;
  readonly seen: Seen;
}

/**
 * Does one thing to an action that must not have moved in between. Where the outcome is not as expected, a target that progresses
 * actions by itself may have been at work (reading 0031): then it is done again beside an older action in the same status that nobody
 * touches. An outcome that comes back while the older one stays where it is, is the deed's; throws {@link Undecided} when that moves.
 */
export async function steadily<Seen>(world: World, { make, act, expected }: Deed<Seen>): Promise<Done<Seen>> {
  let done = await doneTo(await make());
  if (world.profile.class === 'stateless' || expected(done.seen, done.action)) return done;
  let moved = false;
  for (let round = 1; round <= rounds; round++) {
    const witness = await make();
    done = await doneTo(await make());
    if (expected(done.seen, done.action)) return done;
    moved ||= (await world.read(witness.id)).status !== witness.status;
  }
  if (!moved) return done;
  throw new Undecided('the target moves actions by itself, so that this outcome may be due to its own progress');

  async function doneTo(action: Action): Promise<Done<Seen>> {
    return { action, seen: await act(action) };
  }
}
