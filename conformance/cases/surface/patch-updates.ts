import { scenario } from '../../kit/check.js';
import { unlessEnded } from '../../kit/ended.js';
import { expectEqual, expectSuccess } from '../../kit/expect.js';
import { member } from '../../kit/reply.js';

/** Twice on the same action, and on a stateful target the second value stands. */
export default scenario('SURFACE-4', {
  given: (world) => world.action(),
  when: async (world, { id }) => {
    const first = await unlessEnded(world, id, await world.update(id, { actionReason: world.text('First') }));
    const actionReason = world.text('Second');
    const second = await unlessEnded(world, id, await world.update(id, { actionReason }));
    const read = world.profile.class === 'stateful' ? await world.get(id) : undefined;
    return { first, second, actionReason, read };
  },
  then: ({ first, second, actionReason, read }) => {
    expectSuccess(first);
    expectSuccess(second);
    if (read) expectEqual(member(read.body, 'actionReason'), actionReason, '/actionReason', read.exchange);
  },
});
