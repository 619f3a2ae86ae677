import { scenario } from '../../engine/check.js';
import { expectEntity, expectOneOf } from '../../engine/judge/expect.js';
import { statusPathName, unfinishedPaths, unreadAlong } from '../../engine/world/status-paths.js';
import { statuses } from '../../model/lifecycle.js';
import { readThroughTwoCancels } from './_cancelling.js';

export default scenario('CANCEL-9', {
  each: unfinishedPaths,
  named: statusPathName,
  given: unreadAlong,
  when: readThroughTwoCancels,
  then: (replies) => {
    for (const reply of replies) expectOneOf(expectEntity(reply).status, statuses, '/status', reply.exchange);
  },
});
