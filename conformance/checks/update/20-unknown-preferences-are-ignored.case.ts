import { scenario } from '../../engine/check.js';
import { expectEntity } from '../../engine/judge/expect.js';
import { answerOnNew } from '../../engine/world/control-action.js';
import { acceptedOnAnother } from './_patch.js';

const preferences = ['x-conformance', 'x-conformance=1; depth="a, b"', 'return=everything', 'x-one, x-two=2'];

/** Without a preference the answer is 200 with the action; so it is with one that means nothing. */
export default scenario('UPDATE-20', {
  each: preferences,
  named: (prefer) => prefer,
  given: (world) => acceptedOnAnother(world, { actionReason: world.text('Twin') }),
  when: (world, _, prefer) =>
    answerOnNew(world, (id) => world.update(id, { actionReason: world.text('Preferred') }, { headers: { prefer } })),
  then: (reply) => {
    expectEntity(reply);
  },
});
