import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { ended, endingName, endings } from '../../engine/world/status-paths.js';
import { expectDoneOrRefused } from './_cancelling.js';

/** However the action came to its end; the second cancel is one of a finished action as well. */
export default scenario('CANCEL-13', {
  each: endings,
  named: endingName,
  given: ended,
  when: async (world, { id }) => {
    const first = { reply: await world.cancel(id), look: await world.get(id) };
    return [first, { reply: await world.cancel(id), look: await world.get(id) }];
  },
  then: (seen, action) => {
    for (const { reply, look } of seen) {
      expectDoneOrRefused(reply);
      expectEqual(expectEntity(look, 200, 206).status, action.status, '/status', look.exchange);
    }
  },
});
