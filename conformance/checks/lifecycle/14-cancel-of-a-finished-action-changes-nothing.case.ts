import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { endedAction, endingName, endings } from '../../engine/world/status-paths.js';
import { expectNothingChanged } from './_kept.js';

/** CANCEL-13 checks the status code; here any code that the contract allows will do. */
export default scenario('LIFECYCLE-14', {
  each: endings,
  named: endingName,
  given: endedAction,
  when: async (world, { id }) => {
    const reads: Reply[] = [];
    for (let times = 0; times < 3; times++) {
      const { status, exchange } = await world.cancel(id);
      const allowed = status < 300 || status === 400 || status === 409;
      if (!allowed)
        throw new Inconclusive(
          `the contract does not allow the status code ${status} for a cancel of a finished action`,
          exchange,
        );
      reads.push(await world.get(id));
    }
    return reads;
  },
  then: (reads, action) => {
    for (const read of reads) expectNothingChanged(read, action);
  },
});
