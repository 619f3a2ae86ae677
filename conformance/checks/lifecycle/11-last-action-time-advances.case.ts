import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { actionAlong, type Ending, endedByCancel, endingName, endings } from '../../engine/world/status-paths.js';
import { type Action, statusPatch, type World } from '../../engine/world/world.js';
import { instant, millisecond } from '../../model/instant.js';

/**
 * Changes the status without waiting first, because a target that moves actions by itself may be faster. If a date is not later, it repeats
 * that with another action, and waits before each change for the smallest unit that the target's dates show, 1 ms to 1 s.
 */
export default scenario('LIFECYCLE-11', {
  each: endings,
  named: endingName,
  when: async (world, _, ending) => {
    const reads = await readsAlong(world, ending);
    if (instant(reads[0]?.lastActionDateTime) === undefined)
      throw new Inconclusive('the action shows no `lastActionDateTime`');
    if (pairs(reads).every(([before, after]) => isLater(before, after))) return reads;
    return readsAlong(world, ending, await world.shared.once('unit', smallestUnit));
  },
  then: (reads) => {
    for (const [before, after] of pairs(reads)) {
      const expected = `later than ${preview(before.lastActionDateTime)}, from when the status was ${preview(before.status)}`;
      const received = preview(after.lastActionDateTime);
      expectThat(isLater(before, after), { expected, received, at: '/lastActionDateTime' });
    }
  },
});

/** Reads a new action before the first status change and after each, with a pause of `tickMs` before each change if it is given. */
async function readsAlong(world: World, { path, cancelled }: Ending, tickMs?: number): Promise<readonly Action[]> {
  let last = await actionAlong(world, []);
  const reads = [last];
  for (const status of path) {
    if (tickMs !== undefined) await clockAdvances(world, last, tickMs);
    await world.updated(last.id, statusPatch(status));
    last = await world.read(last.id);
    reads.push(last);
  }
  if (!cancelled) return reads;
  if (tickMs !== undefined) await clockAdvances(world, last, tickMs);
  return [...reads, await endedByCancel(world, last.id)];
}

function pairs(reads: readonly Action[]): readonly (readonly [Action, Action])[] {
  return reads.flatMap((after, index) => {
    const before = reads[index - 1];
    return before ? [[before, after] as const] : [];
  });
}

function isLater(before: Action, after: Action): boolean {
  const [earlier, later] = [instant(before.lastActionDateTime), instant(after.lastActionDateTime)];
  return before.status === after.status || (later !== undefined && later > (earlier ?? later));
}

/** The units that dates may show, in milliseconds. */
const units = [1_000, 100, 10];

/** The smallest unit that the dates of two new actions show, in milliseconds. */
async function smallestUnit(world: World): Promise<number> {
  const shown = [await actionAlong(world, []), await actionAlong(world, [])];
  return units.find((ms) => shown.every((one) => isWhole(one, ms))) ?? 1;
}

function isWhole({ lastActionDateTime }: Action, ms: number): boolean {
  const shown = instant(lastActionDateTime);
  return shown !== undefined && shown % (BigInt(ms) * millisecond) === 0n;
}

/** Waits for the next tick of the target's clock. The action must not change meanwhile, because it could change twice within a tick. */
async function clockAdvances(world: World, before: Action, tickMs: number): Promise<void> {
  const began = world.clock.now();
  const ticked = () => world.clock.now() - began > tickMs + Math.max(20, tickMs / 10);
  const { status } = await world.eventually(() => world.read(before.id), ticked);
  if (!ticked())
    throw new Inconclusive(
      `the dates of the target show units of ${tickMs} ms, which is longer than the settle time; use a longer --settle`,
    );
  if (status !== before.status) throw new Inconclusive('the target moves actions by itself');
}
