import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { actionAlong, endedByCancel, endingName, endings } from '../../engine/world/status-paths.js';
import { type Action, statusPatch } from '../../engine/world/world.js';
import { isAllowedTransition, isStatus } from '../../model/lifecycle.js';
import { continues, historyOf } from '../../model/shown-action.js';

/** Compares the action before and after each status change. Status changes by the target itself add entries as well. */
export default scenario('LIFECYCLE-6', {
  each: endings,
  named: endingName,
  given: (world) => actionAlong(world, []),
  when: async (world, action, { path, cancelled }) => {
    const { id } = action;
    const reads = [action];
    for (const status of path) {
      await world.updated(id, statusPatch(status));
      reads.push(await world.read(id));
    }
    if (cancelled) reads.push(await endedByCancel(world, id));
    if (reads.every(({ status }) => status === action.status)) throw new Inconclusive('no request changed the status');
    return reads;
  },
  then: (reads) => {
    for (const [index, after] of reads.entries()) {
      const before = reads[index - 1];
      if (before) expectEntries(before, after);
    }
  },
});

function expectEntries(before: Action, after: Action): void {
  const added = historyOf(after).slice(historyOf(before).length);
  const statuses = [before.status, ...added.map(({ status }) => status)];
  const allowed = statuses.every((to, index) => {
    const from = statuses[index - 1];
    return index === 0 || (isStatus(from) && isStatus(to) && isAllowedTransition(from, to));
  });
  const holds = continues(historyOf(after), historyOf(before)) && allowed && statuses.at(-1) === after.status;
  const expected = `the earlier entries and one for each status change from ${preview(before.status)} to ${preview(after.status)}`;
  expectThat(holds, { expected, received: after.states, at: '/states' });
}
