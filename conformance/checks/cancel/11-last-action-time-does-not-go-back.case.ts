import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { endedByCancel, statusPathName, unfinished, walk } from '../../engine/world/status-paths.js';
import { instant, millisecond } from '../../model/instant.js';

/** Two cancels: one that ends the action and one that finds it ended. */
export default scenario('CANCEL-11', {
  each: unfinished,
  named: statusPathName,
  given: walk,
  when: async (world, action) => {
    const looks = [action, await endedByCancel(world, action.id), await endedByCancel(world, action.id)];
    const dated = looks.filter(({ lastActionDateTime }) => instant(lastActionDateTime) !== undefined);
    if (dated.length < 2) throw new Inconclusive('the action does not show when it last changed');
    return dated;
  },
  then: (looks) => {
    for (const [index, { lastActionDateTime }] of looks.entries()) {
      const before = looks[index - 1]?.lastActionDateTime ?? lastActionDateTime;
      const holds = (instant(lastActionDateTime) ?? 0n) + millisecond > (instant(before) ?? 0n);
      expectThat(holds, { expected: `${before} or later`, received: lastActionDateTime, at: '/lastActionDateTime' });
    }
  },
});
