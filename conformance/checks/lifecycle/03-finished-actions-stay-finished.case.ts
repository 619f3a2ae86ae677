import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { endedAction, endingName, endings } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { statuses } from '../../model/lifecycle.js';

/**
 * Sends every request that could change the status, and reads the action after each that is accepted and at the end. The status that the
 * action has comes first: of several that are rejected and carried out nevertheless, the last one is different.
 */
export default scenario('LIFECYCLE-3', {
  each: endings,
  named: endingName,
  given: endedAction,
  when: async (world, { id, status: own }) => {
    const cancelTwice = async () => {
      await world.cancel(id);
      return world.cancel(id);
    };
    const requests: (() => Promise<Reply>)[] = [cancelTwice];
    if (world.profile.features.update.offered) {
      requests.push(() => world.update(id, { actionReason: world.text('After the end') }));
      const ownFirst = statuses.toSorted((a, b) => Number(b === own) - Number(a === own));
      for (const status of ownFirst) requests.push(() => world.update(id, statusPatch(status)));
      requests.push(() => world.cancel(id));
    }
    const reads: Reply[] = [];
    for (const [index, send] of requests.entries()) {
      const { status } = await send();
      if (status < 400 || index === requests.length - 1) reads.push(await world.get(id));
    }
    return reads;
  },
  then: (reads, action) => {
    for (const read of reads) expectEqual(expectEntity(read).status, action.status, '/status', read.exchange);
  },
});
