import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { exceptProgress, expectUnchanged } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { fullAction } from './_patch.js';
import { expectIgnoredOrRejected } from './_server-owned.js';

export default scenario('UPDATE-17', {
  when: (world) =>
    withControlAction(world, {
      make: () => fullAction(world),
      act: async ({ id }) => ({ reply: await world.update(id, {}), after: await world.get(id) }),
      expected: ({ after }, action) => member(after.body, 'status') === action.status,
      after: ({ after }) => after,
    }),
  then: ({ seen: { reply, after }, action, ...progress }) => {
    expectIgnoredOrRejected(reply);
    expectUnchanged(after, action, exceptProgress(progress));
  },
});
