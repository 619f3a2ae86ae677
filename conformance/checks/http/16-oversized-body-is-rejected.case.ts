import { scenario } from '../../engine/check.js';
import { expectEntity, expectRejection } from '../../engine/judge/expect.js';
import { idOf } from '../../engine/world/world.js';

const oversized = 1_200_000;

export default scenario('HTTP-16', {
  given: (world) => world.action(),
  when: async (world, { id }) => {
    const reply = await world.create({ ...world.body(), actionReason: 'x'.repeat(oversized) });
    const stored = reply.status < 300 ? idOf(reply) : undefined;
    // Otherwise each list of the run would have the long text.
    if (stored !== undefined && world.profile.class === 'stateful' && world.profile.features.update.offered)
      await world.update(stored, { actionReason: world.text('Short') });
    return { reply, after: await world.get(id) };
  },
  then: ({ reply, after }) => {
    expectRejection(reply, 413, 400);
    expectEntity(after);
  },
});
