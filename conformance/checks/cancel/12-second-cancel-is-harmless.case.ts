import { scenario } from '../../engine/check.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import { statusPathName, unfinishedPaths, unreadAlong } from '../../engine/world/status-paths.js';
import { isPossibleLater, isStatus } from '../../model/lifecycle.js';
import { cancelSuccessfully, expectCancelHandled } from './_cancelling.js';

/** Sends the second and third cancel immediately, when the first may not have finished the action yet. */
export default scenario('CANCEL-12', {
  each: unfinishedPaths,
  named: statusPathName,
  given: async (world, path) => {
    const { id } = await unreadAlong(world, path);
    await cancelSuccessfully(world, id);
    return world.read(id);
  },
  when: async (world, { id }) => {
    const second = { reply: await world.cancel(id), after: await world.get(id) };
    return [second, { reply: await world.cancel(id), after: await world.get(id) }];
  },
  then: (seen, action) => {
    let before = action.status;
    for (const { reply, after } of seen) {
      expectCancelHandled(reply);
      const { status } = expectEntity(after);
      const holds = isStatus(before) && isStatus(status) && isPossibleLater(before, status);
      expectThat(holds, {
        message: 'a further cancel takes the action back to an earlier status',
        expected: `${JSON.stringify(before)} or a status that follows it`,
        received: status,
        at: '/status',
        exchange: after.exchange,
      });
      before = status;
    }
  },
});
