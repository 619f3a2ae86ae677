import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectStatus } from '../../engine/judge/expect.js';
import { isFinalStatus } from '../../model/lifecycle.js';

/** Whether and when the action ends is for other inputs. One that has ended by itself may be refused; reading 0038. */
export default scenario('SURFACE-5', {
  each: ['one action', 'another one'],
  given: (world) => world.action(),
  when: async (world, { id }) => {
    const reply = await world.cancel(id);
    const refused = reply.status === 409 || reply.status === 400;
    return { reply, ended: refused && isFinalStatus(member((await world.get(id)).body, 'status')) };
  },
  then: ({ reply, ended }) => expectStatus(reply, 200, 204, ...(ended ? [400, 409] : [])),
});
