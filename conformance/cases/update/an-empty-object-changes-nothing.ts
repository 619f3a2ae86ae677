import { scenario } from '../../kit/check.js';
import { expectUnchanged } from '../../kit/expect.js';
import { member } from '../../kit/reply.js';
import { steadily } from '../../kit/steady.js';
import { fullAction } from './_patch.js';
import { expectIgnoredOrRefused } from './_server-owned.js';

export default scenario('UPDATE-17', {
  when: (world) =>
    steadily(world, {
      make: () => fullAction(world),
      act: async ({ id }) => ({ reply: await world.update(id, {}), after: await world.get(id) }),
      expected: ({ after }, action) => member(after.body, 'status') === action.status,
    }),
  then: ({ seen: { reply, after }, action }) => {
    expectIgnoredOrRefused(reply);
    expectUnchanged(after, action);
  },
});
