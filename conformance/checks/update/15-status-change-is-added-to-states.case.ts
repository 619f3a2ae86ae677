import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { statusPathName, statusPathsTo } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { historyOf } from '../../model/history.js';
import { finalStatuses } from '../../model/lifecycle.js';
import { accepted } from './_patch.js';

export default scenario('UPDATE-15', {
  each: finalStatuses.flatMap((status) => statusPathsTo(status)),
  named: statusPathName,
  given: async (world) => world.read((await world.action()).id),
  when: async (world, action, way) => {
    const looks = [action];
    for (const status of way) {
      await accepted(world, action.id, statusPatch(status));
      const look = await world.read(action.id);
      if (look.status === looks.at(-1)?.status)
        throw new Inconclusive(`the action was ${status} already, or is not yet`);
      looks.push(look);
    }
    return looks;
  },
  then: (looks, _, way) => {
    for (const [index, status] of way.entries()) {
      const [before, after] = [looks[index], looks[index + 1]];
      const added = after && before ? historyOf(after).slice(historyOf(before).length) : [];
      const holds = added.some((entry) => entry.status === status);
      expectThat(holds, { expected: `a new entry with the status ${status}`, received: after?.states, at: '/states' });
    }
  },
});
