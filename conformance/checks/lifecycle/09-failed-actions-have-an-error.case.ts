import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { ended, endings } from '../../engine/world/status-paths.js';
import type { Action } from '../../engine/world/world.js';

/**
 * A cancel may also end an action as `Completed`, so all endings are looked at together. Whatever becomes of a later cancel or a later
 * text, the error stays.
 */
export default scenario('LIFECYCLE-9', {
  when: async (world) => {
    const failed: Action[] = [];
    for (const ending of endings(world)) {
      if (!ending.cancelled && ending.way.at(-1) !== 'Failed') continue;
      const action = await ended(world, ending);
      if (action.status !== 'Failed') continue;
      await world.cancel(action.id);
      if (world.profile.features.update.offered) {
        await world.update(action.id, { actionReason: world.text('After the end') });
      }
      failed.push(action, await world.read(action.id));
    }
    if (failed.length === 0) throw new Inconclusive('no action ended as Failed');
    return failed;
  },
  then: (failed) => {
    for (const { errorInfo } of failed) {
      expectThat(isObject(errorInfo), { expected: 'an object that tells why', received: errorInfo, at: '/errorInfo' });
    }
  },
});
