import { scenario } from '../../engine/check.js';
import { expectEntity } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { responseForNewAction } from '../../engine/world/control-action.js';
import { requireControlPatch } from './_patch.js';

const preferences = ['x-conformance', 'x-conformance=1; depth="a, b"', 'return=everything', 'x-one, x-two=2'];

/** The response must be the same as without a preference: 200 with the action. */
export default scenario('UPDATE-20', {
  inTurn: true,
  each: preferences,
  named: (prefer) => prefer,
  given: (world) => requireControlPatch(world),
  when: (world, _, prefer) =>
    responseForNewAction(
      world,
      (id) => world.update(id, { actionReason: world.text('Preferred') }, { headers: { prefer } }),
      () => actionInTurn(world, { isRead: false }),
    ),
  then: (reply) => {
    expectEntity(reply);
  },
});
