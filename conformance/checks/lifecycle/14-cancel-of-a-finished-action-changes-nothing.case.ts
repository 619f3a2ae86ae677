import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { endedAction, endingName, endings } from '../../engine/world/status-paths.js';
import { expectNothingChanged } from './_kept.js';

/** CANCEL-12 and CANCEL-13 check the status code; whatever it is, nothing may change. */
export default scenario('LIFECYCLE-14', {
  each: endings,
  named: endingName,
  given: endedAction,
  when: async (world, { id }) => {
    const reads: Reply[] = [];
    for (let times = 0; times < 3; times++) {
      await world.cancel(id);
      reads.push(await world.get(id));
    }
    return reads;
  },
  then: (reads, action) => {
    for (const read of reads) expectNothingChanged(read, action);
  },
});
