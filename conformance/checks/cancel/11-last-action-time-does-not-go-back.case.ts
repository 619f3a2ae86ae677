import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { actionAlong, endedByCancel, statusPathName, unfinishedPaths } from '../../engine/world/status-paths.js';
import { instant, millisecond } from '../../model/instant.js';

/** Cancels an action twice. The first cancel finishes it; the second finds it finished. */
export default scenario('CANCEL-11', {
  each: unfinishedPaths,
  named: statusPathName,
  given: actionAlong,
  when: async (world, action) => {
    const shown = [action, await endedByCancel(world, action.id), await endedByCancel(world, action.id)];
    const dated = shown.filter(({ lastActionDateTime }) => instant(lastActionDateTime) !== undefined);
    if (dated.length < 2) throw new Inconclusive('the action does not show a date as lastActionDateTime');
    return dated;
  },
  then: ([first, ...later]) => {
    for (const [index, { lastActionDateTime }] of later.entries()) {
      const before = [first, ...later][index]?.lastActionDateTime;
      const holds = (instant(lastActionDateTime) ?? 0n) + millisecond > (instant(before) ?? 0n);
      expectThat(holds, {
        message: 'lastActionDateTime goes back after a cancel',
        expected: `${String(before)} or later`,
        received: preview(lastActionDateTime),
        at: '/lastActionDateTime',
      });
    }
  },
});
