import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { type Ending, endedByCancel, endingName, endings, walk } from '../../engine/world/status-paths.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { instant, millisecond } from '../../model/instant.js';

/**
 * First at once, as a target that moves actions by itself leaves no time. Where that shows no later time, again, and before each step the
 * clock of the target gets the time to advance by the least that its dates show, from a millisecond to a second.
 */
export default scenario('LIFECYCLE-11', {
  each: endings,
  named: endingName,
  given: async (world) => {
    const shown = [await walk(world, []), await walk(world, [])];
    return coarsest.find((ms) => shown.every((one) => isWhole(one, ms))) ?? 1;
  },
  when: async (world, tickMs, ending) => {
    const looks = await looksAlong(world, ending);
    return pairs(looks).every(([before, after]) => isLater(before, after)) ? looks : looksAlong(world, ending, tickMs);
  },
  then: (looks) => {
    for (const [before, after] of pairs(looks)) {
      const expected = `later than ${JSON.stringify(before.lastActionDateTime)}, when the status was ${before.status}`;
      const received = after.lastActionDateTime;
      expectThat(isLater(before, after), { expected, received, at: '/lastActionDateTime' });
    }
  },
});

/** A new action before the first step and after each; a tick of the clock is waited for before each where it is given. */
async function looksAlong(world: World, { way, cancelled }: Ending, tickMs?: number): Promise<readonly Action[]> {
  let last = await walk(world, []);
  const looks = [last];
  for (const status of way) {
    if (tickMs !== undefined) await clockAdvances(world, last, tickMs);
    world.entity(await world.update(last.id, statusPatch(status)), 200);
    last = await world.read(last.id);
    looks.push(last);
  }
  if (!cancelled) return looks;
  if (tickMs !== undefined) await clockAdvances(world, last, tickMs);
  return [...looks, await endedByCancel(world, last.id)];
}

function pairs(looks: readonly Action[]): readonly (readonly [Action, Action])[] {
  return looks.flatMap((after, index) => {
    const before = looks[index - 1];
    return before ? [[before, after] as const] : [];
  });
}

function isLater(before: Action, after: Action): boolean {
  const [earlier, later] = [instant(before.lastActionDateTime), instant(after.lastActionDateTime)];
  return before.status === after.status || (later !== undefined && later > (earlier ?? later));
}

/** Milliseconds that a clock may take from tick to tick. */
const coarsest = [1_000, 100, 10];

function isWhole({ lastActionDateTime }: Action, ms: number): boolean {
  const shown = instant(lastActionDateTime);
  if (shown === undefined) throw new Inconclusive('the action does not show when it last changed');
  return shown % (BigInt(ms) * millisecond) === 0n;
}

/** Waits for the next tick of the target's clock, in which the action must not have moved: what it does by itself may be within a tick. */
async function clockAdvances(world: World, before: Action, tickMs: number): Promise<void> {
  const began = performance.now();
  const ticked = () => performance.now() - began > tickMs + Math.max(20, tickMs / 10);
  const { status } = await world.eventually(() => world.read(before.id), ticked);
  if (!ticked())
    throw new Inconclusive(`the clock of the target shows ${tickMs} ms at least: the settle time is shorter`);
  if (status !== before.status) throw new Inconclusive('the target moves actions by itself');
}
