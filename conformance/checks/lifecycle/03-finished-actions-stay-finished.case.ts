import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { endedAction, endingName, endings } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { statuses } from '../../model/lifecycle.js';

/** Sends every request that could change the status, and reads the action after each. */
export default scenario('LIFECYCLE-3', {
  each: endings,
  named: endingName,
  given: endedAction,
  when: async (world, { id }) => {
    const requests = [() => world.cancel(id), () => world.cancel(id)];
    if (world.profile.features.update.offered) {
      requests.push(() => world.update(id, { actionReason: world.text('After the end') }));
      for (const status of statuses) requests.push(() => world.update(id, statusPatch(status)));
      requests.push(() => world.cancel(id));
    }
    const reads: Reply[] = [];
    for (const send of requests) {
      await send();
      reads.push(await world.get(id));
    }
    return reads;
  },
  then: (reads, action) => {
    for (const read of reads) expectEqual(expectEntity(read).status, action.status, '/status', read.exchange);
  },
});
