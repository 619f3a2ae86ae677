import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEntity, expectOneOf } from '../../engine/judge/expect.js';
import { statusPathName, unfinished, walk } from '../../engine/world/status-paths.js';
import { finalStatuses, isFinalStatus } from '../../model/lifecycle.js';

export default scenario('LIFECYCLE-13', {
  each: unfinished,
  named: statusPathName,
  given: walk,
  when: async (world, { id }) => {
    const reply = await world.cancel(id);
    if (reply.status >= 300) throw new Inconclusive(`the cancel was answered with ${reply.status}`, reply.exchange);
    return world.eventually(
      () => world.get(id),
      ({ body }) => isFinalStatus(member(body, 'status')),
    );
  },
  then: (after) => expectOneOf(expectEntity(after, 200, 206).status, finalStatuses, '/status', after.exchange),
});
