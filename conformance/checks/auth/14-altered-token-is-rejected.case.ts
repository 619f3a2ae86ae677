import { scenario } from '../../engine/check.js';
import { expectRejection, expectUnchanged } from '../../engine/judge/expect.js';
import { hasMoved, withControlAction } from '../../engine/world/control-action.js';
import { callName, everyAddress, requireWriterControl } from './_operations.js';

export default scenario('AUTH-14', {
  each: everyAddress,
  named: callName,
  given: requireWriterControl,
  when: (world, _, { send }) =>
    withControlAction(world, {
      make: async () => world.read((await world.action()).id),
      act: async ({ id }) => ({
        replies: [await send(world, id, { altered: true }), await send(world, id, { altered: true })],
        after: await world.get(id),
      }),
      expected: ({ after }, action) => !hasMoved(after, action),
    }),
  then: ({ seen: { replies, after }, action }) => {
    for (const reply of replies) expectRejection(reply, 401);
    expectUnchanged(after, action);
  },
});
