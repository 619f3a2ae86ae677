import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { actionAlong, statusPathName, statusPathsTo } from '../../engine/world/status-paths.js';
import { isFinalStatus, statuses } from '../../model/lifecycle.js';
import { expectKept, expectNothingChanged, isKept } from './_kept.js';

const inputs = statuses.flatMap((status) => statusPathsTo(status));

/** Sends the status three times: twice alone, and for an unfinished action once with a reason (decision 0036). */
export default scenario('LIFECYCLE-12', {
  each: inputs,
  named: statusPathName,
  when: (world, _, way) =>
    withControlAction(world, {
      make: () => actionAlong(world, way),
      act: async ({ id, status }) => {
        const reason = isFinalStatus(status) ? {} : { actionReason: world.text('With the current status') };
        const setAgain = async (patch: object) => ({
          reply: await world.update(id, patch),
          after: await world.get(id),
        });
        const alone = [await setAgain({ status }), await setAgain({ status })];
        return { alone, withReason: await setAgain({ status, ...reason }) };
      },
      expected: ({ alone, withReason }, action) =>
        [...alone, withReason].every(({ reply, after }) => reply.status < 300 && isKept(after, action)),
    }),
  then: ({ seen: { alone, withReason }, action }) => {
    for (const { reply, after } of alone) {
      expectSuccess(reply);
      expectNothingChanged(after, action);
    }
    expectSuccess(withReason.reply);
    expectKept(withReason.after, action);
  },
});
