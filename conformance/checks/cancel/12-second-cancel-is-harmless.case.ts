import { scenario } from '../../engine/check.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import { statusPathName, unfinished, walk } from '../../engine/world/status-paths.js';
import { isPossibleLater, isStatus } from '../../model/lifecycle.js';
import { accepted, expectDoneOrRefused } from './_cancelling.js';

/** The second and the third come at once, when the first may not have ended the action yet. */
export default scenario('CANCEL-12', {
  each: unfinished,
  named: statusPathName,
  given: async (world, way) => {
    const { id } = await walk(world, way);
    await accepted(world, id);
    return world.read(id);
  },
  when: async (world, { id }) => {
    const second = { reply: await world.cancel(id), look: await world.get(id) };
    return [second, { reply: await world.cancel(id), look: await world.get(id) }];
  },
  then: (seen, action) => {
    let before = action.status;
    for (const { reply, look } of seen) {
      expectDoneOrRefused(reply);
      const { status } = expectEntity(look, 200, 206);
      const holds = isStatus(before) && isStatus(status) && isPossibleLater(before, status);
      const expected = `${JSON.stringify(before)}, or a status that follows it`;
      expectThat(holds, { expected, received: status, at: '/status', exchange: look.exchange });
      before = status;
    }
  },
});
