import { scenario } from '../../engine/check.js';
import { expectSecurityAction } from '../../engine/judge/contract-check.js';
import { expectEntity } from '../../engine/judge/expect.js';
import { statusPathName, unfinishedPaths, unreadAlong } from '../../engine/world/status-paths.js';
import { readThroughTwoCancels } from './_cancelling.js';

/** Reads the action from the cancel until it is finished, and after a second cancel. */
export default scenario('CANCEL-8', {
  each: unfinishedPaths,
  named: statusPathName,
  given: unreadAlong,
  when: readThroughTwoCancels,
  then: (replies) => {
    for (const reply of replies) {
      expectSecurityAction(expectEntity(reply), '', reply.exchange);
    }
  },
});
