import { scenario } from '../../kit/check.js';
import { expectNoBody, expectStatus } from '../../kit/expect.js';
import { twinAccepted } from './_patch.js';

export default scenario('UPDATE-19', {
  given: (world) => twinAccepted(world, { actionReason: world.text('Twin') }),
  when: (world, { id }) =>
    world.update(id, { actionReason: world.text('Minimal') }, { headers: { prefer: 'return=minimal' } }),
  then: (reply) => {
    expectStatus(reply, 204, 200);
    if (reply.status === 204) expectNoBody(reply);
  },
});
