import { scenario } from '../../engine/check.js';
import { expectSecurityAction } from '../../engine/judge/contract-check.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { statusPathName, unfinished, walk } from '../../engine/world/status-paths.js';
import { looksThroughTwoCancels } from './_cancelling.js';

/** From the cancel to the end of the action, and after a second cancel. */
export default scenario('CANCEL-8', {
  each: unfinished,
  named: statusPathName,
  given: walk,
  when: looksThroughTwoCancels,
  then: (looks, action) => {
    for (const look of looks) {
      const shown = expectEntity(look, 200, 206);
      expectEqual(shown.id, action.id, '/id', look.exchange);
      expectSecurityAction(shown, '', look.exchange);
    }
  },
});
