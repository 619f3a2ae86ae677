import { scenario } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { instant, millisecond } from '../../kit/instant.js';
import { Undecided } from '../../kit/violation.js';
import { endedByCancel, endingName, endings, walk } from '../../kit/ways.js';
import { type Action, statusPatch, type World } from '../../kit/world.js';

/** Before each step the clock of the target gets the time to advance by the least that its dates show, from a millisecond to a second. */
export default scenario('LIFECYCLE-11', {
  each: endings,
  named: endingName,
  given: async (world) => {
    const [other, action] = [await walk(world, []), await walk(world, [])];
    return { action, tickMs: coarsest.find((ms) => [other, action].every((one) => isWhole(one, ms))) ?? 1 };
  },
  when: async (world, { action, tickMs }, { way, cancelled }) => {
    const looks = [action];
    let last = action;
    for (const status of way) {
      await clockAdvances(world, last, tickMs);
      world.entity(await world.update(action.id, statusPatch(status)), 200);
      last = await world.read(action.id);
      looks.push(last);
    }
    if (!cancelled) return looks;
    await clockAdvances(world, last, tickMs);
    return [...looks, await endedByCancel(world, action.id)];
  },
  then: (looks) => {
    for (const [index, after] of looks.entries()) {
      const before = looks[index - 1];
      if (before) expectLater(before, after);
    }
  },
});

function expectLater(before: Action, after: Action): void {
  const earlier = instant(before.lastActionDateTime);
  const later = instant(after.lastActionDateTime);
  const expected = `later than ${JSON.stringify(before.lastActionDateTime)}, when the status was ${before.status}`;
  const holds = before.status === after.status || (later !== undefined && later > (earlier ?? later));
  expectThat(holds, { expected, received: after.lastActionDateTime, at: '/lastActionDateTime' });
}

/** Milliseconds that a clock may take from tick to tick. */
const coarsest = [1_000, 100, 10];

function isWhole({ lastActionDateTime }: Action, ms: number): boolean {
  const shown = instant(lastActionDateTime);
  if (shown === undefined) throw new Undecided('the action does not show when it last changed');
  return shown % (BigInt(ms) * millisecond) === 0n;
}

/** Waits for the next tick of the target's clock, in which the action must not have moved: what it does by itself may be within a tick. */
async function clockAdvances(world: World, before: Action, tickMs: number): Promise<void> {
  const began = performance.now();
  const ticked = () => performance.now() - began > tickMs + Math.max(20, tickMs / 10);
  const { status } = await world.eventually(() => world.read(before.id), ticked);
  if (!ticked()) throw new Undecided(`the clock of the target shows ${tickMs} ms at least: the settle time is shorter`);
  if (status !== before.status) throw new Undecided('the target moves actions by itself');
}
