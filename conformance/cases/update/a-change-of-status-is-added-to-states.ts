import { scenario } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { historyOf } from '../../kit/history.js';
import { Undecided } from '../../kit/violation.js';
import { wayName, waysTo } from '../../kit/ways.js';
import { statusPatch } from '../../kit/world.js';
import { finalStatuses } from '../../lifecycle/model.js';
import { accepted } from './_patch.js';

export default scenario('UPDATE-15', {
  each: finalStatuses.flatMap((status) => waysTo(status)),
  named: wayName,
  given: async (world) => world.read((await world.action()).id),
  when: async (world, action, way) => {
    const looks = [action];
    for (const status of way) {
      await accepted(world, action.id, statusPatch(status));
      const look = await world.read(action.id);
      if (look.status === looks.at(-1)?.status) throw new Undecided(`the action was ${status} already, or is not yet`);
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
