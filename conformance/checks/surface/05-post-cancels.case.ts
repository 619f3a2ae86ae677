import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectStatus, expectSuccess } from '../../engine/judge/expect.js';
import { isFinalStatus } from '../../model/lifecycle.js';

/** Judges only whether the cancel succeeds; CANCEL-1 judges the status code. A cancel of an action that has finished by itself may be rejected (decision 0038). */
export default scenario('SURFACE-5', {
  each: ['first action', 'second action'],
  named: (name) => name,
  given: (world) => world.action(),
  when: async (world, { id }) => {
    const reply = await world.cancel(id);
    const rejected = reply.status === 409 || reply.status === 400;
    return { reply, finished: rejected && isFinalStatus(member((await world.get(id)).body, 'status')) };
  },
  then: ({ reply, finished }) => {
    if (finished) expectStatus(reply, 400, 409);
    else expectSuccess(reply);
  },
});
