import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { actionAlong, statusPathName, statusPathsTo } from '../../engine/world/status-paths.js';
import { isFinalStatus, statuses } from '../../model/lifecycle.js';
import { expectKept, expectNothingChanged, isKept } from './_kept.js';

const inputs = statuses.flatMap((status) => statusPathsTo(status));

/** Sends the status three times: twice alone before a read, and for an unfinished action once with a reason (decision 0036). */
export default scenario('LIFECYCLE-12', {
  each: inputs,
  named: statusPathName,
  when: (world, _, way) =>
    withControlAction(world, {
      make: () => actionAlong(world, way),
      act: async ({ id, status }) => {
        const reason = isFinalStatus(status) ? {} : { actionReason: world.text('With the current status') };
        const alone = [await world.update(id, { status }), await world.update(id, { status })];
        const afterAlone = await world.get(id);
        return {
          alone,
          afterAlone,
          withReason: await world.update(id, { status, ...reason }),
          afterReason: await world.get(id),
        };
      },
      expected: ({ alone, afterAlone, withReason, afterReason }, action) =>
        [...alone, withReason].every(({ status }) => status < 300) &&
        [afterAlone, afterReason].every((after) => isKept(after, action)),
    }),
  then: ({ seen: { alone, afterAlone, withReason, afterReason }, action }) => {
    for (const reply of alone) expectSuccess(reply);
    expectNothingChanged(afterAlone, action);
    expectSuccess(withReason);
    expectKept(afterReason, action);
  },
});
