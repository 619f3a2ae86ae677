import { scenario } from '../../engine/check.js';
import { expectNoBody, expectStatus } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { responseForNewAction } from '../../engine/world/control-action.js';
import { requireControlPatch } from './_patch.js';

export default scenario('UPDATE-19', {
  given: (world) => requireControlPatch(world),
  when: (world) => {
    const headers = { prefer: 'return=minimal' };
    return responseForNewAction(
      world,
      (id) => world.update(id, { actionReason: world.text('Minimal') }, { headers }),
      () => actionInTurn(world, { isRead: false }),
    );
  },
  then: (reply) => {
    expectStatus(reply, 204, 200);
    if (reply.status === 204) expectNoBody(reply);
  },
});
