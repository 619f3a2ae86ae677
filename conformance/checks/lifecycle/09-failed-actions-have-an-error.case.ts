import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { isObject } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';
import { endedAction, endings } from '../../engine/world/status-paths.js';
import type { Action } from '../../engine/world/world.js';

/** One input for all endings, because a cancel may also end an action as `Completed`. A later cancel or PATCH must not remove the error. */
export default scenario('LIFECYCLE-9', {
  when: async (world) => {
    const failed: Action[] = [];
    for (const ending of endings(world)) {
      if (!ending.cancelled && ending.path.at(-1) !== 'Failed') continue;
      const action = await endedAction(world, ending);
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
      expectThat(isObject(errorInfo), { expected: 'an object', received: errorInfo, at: '/errorInfo' });
    }
  },
});
