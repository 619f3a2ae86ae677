import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEqual, expectSuccess } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';

/** Updates the same action twice. A stateful target must show the second value. */
export default scenario('SURFACE-4', {
  when: (world) =>
    withControlAction(world, {
      make: () => world.action(),
      act: async ({ id }) => {
        const first = await world.update(id, { actionReason: world.text('First') });
        const actionReason = world.text('Second');
        const second = await world.update(id, { actionReason });
        const read = world.profile.class === 'stateful' ? await world.get(id) : undefined;
        return { first, second, actionReason, read };
      },
      expected: ({ first, second }) => first.status < 300 && second.status < 300,
    }),
  then: ({ seen: { first, second, actionReason, read } }) => {
    expectSuccess(first);
    expectSuccess(second);
    if (read) expectEqual(member(read.body, 'actionReason'), actionReason, '/actionReason', read.exchange);
  },
});
