import { scenario } from '../../engine/check.js';
import { expectEntity, expectRejection } from '../../engine/judge/expect.js';

const oversized = 1_200_000;

export default scenario('HTTP-16', {
  given: (world) => world.action(),
  when: async (world, { id }) => ({
    reply: await world.create({ ...world.body(), actionReason: 'x'.repeat(oversized) }),
    after: await world.get(id),
  }),
  then: ({ reply, after }) => {
    expectRejection(reply, 413, 400);
    expectEntity(after, 200, 206);
  },
});
