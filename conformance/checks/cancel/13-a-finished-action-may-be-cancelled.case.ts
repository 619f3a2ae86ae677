import { scenario } from '../../engine/check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { endedAction, endingName, endings } from '../../engine/world/status-paths.js';
import { expectCancelHandled } from './_cancelling.js';

/** Cancels actions that finished in each possible way, twice each. */
export default scenario('CANCEL-13', {
  each: endings,
  named: endingName,
  given: endedAction,
  when: async (world, { id }) => {
    const first = { reply: await world.cancel(id), after: await world.get(id) };
    return [first, { reply: await world.cancel(id), after: await world.get(id) }];
  },
  then: (seen, action) => {
    for (const { reply, after } of seen) {
      expectCancelHandled(reply);
      expectEqual(expectEntity(after).status, action.status, '/status', after.exchange);
    }
  },
});
