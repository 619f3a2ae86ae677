import { scenario } from '../../kit/check.js';
import { unlessEnded } from '../../kit/ended.js';
import { expectNoBody, expectStatus } from '../../kit/expect.js';
import { twinAccepted } from './_patch.js';

export default scenario('UPDATE-19', {
  given: (world) => twinAccepted(world, { actionReason: world.text('Twin') }),
  when: async (world, { id }) => {
    const headers = { prefer: 'return=minimal' };
    return unlessEnded(world, id, await world.update(id, { actionReason: world.text('Minimal') }, { headers }));
  },
  then: (reply) => {
    expectStatus(reply, 204, 200);
    if (reply.status === 204) expectNoBody(reply);
  },
});
