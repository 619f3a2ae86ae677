import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEntity, expectOneOf } from '../../engine/judge/expect.js';
import { inTime } from '../../engine/world/in-time.js';
import { statusPathName, unfinishedPaths, unreadAlong } from '../../engine/world/status-paths.js';
import { finalStatuses, isFinalStatus } from '../../model/lifecycle.js';

export default scenario('LIFECYCLE-13', {
  each: unfinishedPaths,
  named: statusPathName,
  given: unreadAlong,
  when: async (world, { id }) => {
    const reply = await world.cancel(id);
    if (reply.status >= 300)
      throw new Inconclusive(`the cancel was not accepted: the status code is ${reply.status}`, reply.exchange);
    return inTime(
      world,
      'a cancelled action ended',
      () => world.get(id),
      ({ body }) => isFinalStatus(member(body, 'status')),
      { isJudged: true },
    );
  },
  then: (after) => expectOneOf(expectEntity(after).status, finalStatuses, '/status', after.exchange),
});
