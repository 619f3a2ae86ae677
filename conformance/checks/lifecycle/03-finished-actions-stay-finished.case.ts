import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { ended, endingName, endings } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { statuses } from '../../model/lifecycle.js';

/** Everything that could take a finished action elsewhere, one after the other; each act is followed by a look. */
export default scenario('LIFECYCLE-3', {
  each: endings,
  named: endingName,
  given: ended,
  when: async (world, { id }) => {
    const acts = [() => world.cancel(id), () => world.cancel(id)];
    if (world.profile.features.update.offered) {
      acts.push(() => world.update(id, { actionReason: world.text('After the end') }));
      for (const status of statuses) acts.push(() => world.update(id, statusPatch(status)));
      acts.push(() => world.cancel(id));
    }
    const looks: Reply[] = [];
    for (const act of acts) {
      await act();
      looks.push(await world.get(id));
    }
    return looks;
  },
  then: (looks, action) => {
    for (const look of looks) expectEqual(expectEntity(look, 200, 206).status, action.status, '/status', look.exchange);
  },
});
