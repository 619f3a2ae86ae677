import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { statusPathName, statusPathsTo } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { finalStatuses } from '../../model/lifecycle.js';
import { historyOf } from '../../model/shown-action.js';
import { requirePatch } from './_patch.js';

export default scenario('UPDATE-15', {
  each: finalStatuses.flatMap((status) => statusPathsTo(status)),
  named: statusPathName,
  given: async (world) => world.read((await world.action()).id),
  when: async (world, action, path) => {
    const reads = [action];
    for (const status of path) {
      await requirePatch(world, action.id, statusPatch(status));
      const read = await world.read(action.id);
      if (read.status === reads.at(-1)?.status)
        throw new Inconclusive(`the PATCH did not change the status, or the action already was ${status}`);
      reads.push(read);
    }
    return reads;
  },
  then: (reads, _, path) => {
    for (const [index, status] of path.entries()) {
      const [before, after] = [reads[index], reads[index + 1]];
      const added = after && before ? historyOf(after).slice(historyOf(before).length) : [];
      const isAdded = added.some((entry) => entry.status === status);
      expectThat(isAdded, {
        expected: `a new entry with the status ${status}`,
        received: after?.states,
        at: '/states',
      });
    }
  },
});
