import { scenario } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { isObject } from '../../kit/reply.js';
import { Undecided } from '../../kit/violation.js';
import { ended, endings } from '../../kit/ways.js';
import type { Action } from '../../kit/world.js';

/** A cancel may also end an action as `Completed`, so all endings are looked at together. */
export default scenario('LIFECYCLE-9', {
  when: async (world) => {
    const failed: Action[] = [];
    for (const ending of endings(world)) {
      if (!ending.cancelled && ending.way.at(-1) !== 'Failed') continue;
      const action = await ended(world, ending);
      if (action.status === 'Failed') failed.push(action);
    }
    if (failed.length === 0) throw new Undecided('no action ended as Failed');
    return failed;
  },
  then: (failed) => {
    for (const { errorInfo } of failed) {
      expectThat(isObject(errorInfo), { expected: 'an object that tells why', received: errorInfo, at: '/errorInfo' });
    }
  },
});
