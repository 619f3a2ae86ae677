import { scenario } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { instant } from '../../kit/instant.js';
import { Undecided } from '../../kit/violation.js';
import { endedByCancel, endingName, endings, walk } from '../../kit/ways.js';
import { type Action, statusPatch, type World } from '../../kit/world.js';

/** Before each step the clock of the target gets the time to advance: milliseconds, or a second where it shows no less. */
export default scenario('LIFECYCLE-11', {
  each: endings,
  named: endingName,
  given: async (world) => {
    const [other, action] = [await walk(world, []), await walk(world, [])];
    return { action, tickMs: isWholeSecond(other) && isWholeSecond(action) ? 1_100 : 20 };
  },
  when: async (world, { action, tickMs }, { way, cancelled }) => {
    const steps = way.map((status) => () => world.update(action.id, statusPatch(status)));
    const looks = [action];
    for (const step of steps) {
      await clockAdvances(world, action.id, tickMs);
      world.entity(await step(), 200);
      looks.push(await world.read(action.id));
    }
    if (!cancelled) return looks;
    await clockAdvances(world, action.id, tickMs);
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

function isWholeSecond({ lastActionDateTime }: Action): boolean {
  const shown = instant(lastActionDateTime);
  if (shown === undefined) throw new Undecided('the action does not show when it last changed');
  return shown % 1_000_000_000_000n === 0n;
}

/** Waits for the next tick of the target's clock. */
async function clockAdvances(world: World, id: string, tickMs: number): Promise<void> {
  const began = performance.now();
  const ticked = () => performance.now() - began > tickMs;
  await world.eventually(() => world.read(id), ticked);
  if (!ticked()) throw new Undecided('the clock of the target shows whole seconds, and the settle time is shorter');
}
