import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { ended, endingName, endings } from '../../engine/world/status-paths.js';
import { expectNothingChanged } from './_kept.js';

/** What status code comes is the business of CANCEL-13; here it only has to be one that the contract foresees. */
export default scenario('LIFECYCLE-14', {
  each: endings,
  named: endingName,
  given: ended,
  when: async (world, { id }) => {
    const looks: Reply[] = [];
    for (let times = 0; times < 3; times++) {
      const { status, exchange } = await world.cancel(id);
      const foreseen = status < 300 || status === 400 || status === 409;
      if (!foreseen) throw new Inconclusive(`the cancel was answered with ${status}`, exchange);
      looks.push(await world.get(id));
    }
    return looks;
  },
  then: (looks, action) => {
    for (const look of looks) expectNothingChanged(look, action);
  },
});
