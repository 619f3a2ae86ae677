import { scenario } from '../../kit/check.js';
import { unlessEnded } from '../../kit/ended.js';
import { expectEntity } from '../../kit/expect.js';
import { twinAccepted } from './_patch.js';

const preferences = ['x-conformance', 'x-conformance=1; depth="a, b"', 'return=everything', 'x-one, x-two=2'];

/** Without a preference the answer is 200 with the action; so it is with one that means nothing. */
export default scenario('UPDATE-20', {
  each: preferences,
  named: (prefer) => prefer,
  given: (world) => twinAccepted(world, { actionReason: world.text('Twin') }),
  when: async (world, { id }, prefer) => {
    const reply = await world.update(id, { actionReason: world.text('Preferred') }, { headers: { prefer } });
    return unlessEnded(world, id, reply);
  },
  then: (reply) => {
    expectEntity(reply);
  },
});
