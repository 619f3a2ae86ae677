import { scenario } from '../../kit/check.js';
import { expectEntity, expectOneOf } from '../../kit/expect.js';
import { member } from '../../kit/reply.js';
import { Undecided } from '../../kit/violation.js';
import { unfinished, walk, wayName } from '../../kit/ways.js';
import { finalStatuses, isFinalStatus } from '../../lifecycle/model.js';

export default scenario('LIFECYCLE-13', {
  each: unfinished,
  named: wayName,
  given: walk,
  when: async (world, { id }) => {
    const reply = await world.cancel(id);
    if (reply.status >= 300) throw new Undecided(`the cancel was answered with ${reply.status}`, reply.exchange);
    return world.eventually(
      () => world.get(id),
      ({ body }) => isFinalStatus(member(body, 'status')),
    );
  },
  then: (after) => expectOneOf(expectEntity(after, 200, 206).status, finalStatuses, '/status', after.exchange),
});
