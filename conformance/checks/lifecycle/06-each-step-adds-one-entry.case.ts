import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { endedByCancel, endingName, endings, walk } from '../../engine/world/status-paths.js';
import { type Action, statusPatch } from '../../engine/world/world.js';
import { continues, historyOf } from '../../model/history.js';
import { isLegal, isStatus } from '../../model/lifecycle.js';

/** The action before and after each step; what the target does by itself in between adds its own entries. */
export default scenario('LIFECYCLE-6', {
  each: endings,
  named: endingName,
  given: (world) => walk(world, []),
  when: async (world, action, { way, cancelled }) => {
    const { id } = action;
    const looks = [action];
    for (const status of way) {
      world.entity(await world.update(id, statusPatch(status)), 200);
      looks.push(await world.read(id));
    }
    if (cancelled) looks.push(await endedByCancel(world, id));
    if (looks.every(({ status }) => status === action.status)) throw new Inconclusive('no step had an effect');
    return looks;
  },
  then: (looks) => {
    for (const [index, after] of looks.entries()) {
      const before = looks[index - 1];
      if (before) expectSteps(before, after);
    }
  },
});

function expectSteps(before: Action, after: Action): void {
  const added = historyOf(after).slice(historyOf(before).length);
  const statuses = [before.status, ...added.map(({ status }) => status)];
  const lawful = statuses.every((to, index) => {
    const from = statuses[index - 1];
    return index === 0 || (isStatus(from) && isStatus(to) && isLegal(from, to));
  });
  const holds = continues(historyOf(after), historyOf(before)) && lawful && statuses.at(-1) === after.status;
  const expected = `the entries of before and one for each step from ${before.status} to ${after.status}`;
  expectThat(holds, { expected, received: after.states, at: '/states' });
}
