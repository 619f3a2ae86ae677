import { scenario } from '../../engine/check.js';
import { expectSuccess } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { statusPathName, statusPathsTo, walk } from '../../engine/world/status-paths.js';
import { isFinalStatus, statuses } from '../../model/lifecycle.js';
import { expectKept, expectNothingChanged, isKept } from './_kept.js';

const inputs = statuses.flatMap((status) => statusPathsTo(status));

/** Three times: twice alone, and once beside a text where the action is unfinished (reading 0036). */
export default scenario('LIFECYCLE-12', {
  each: inputs,
  named: statusPathName,
  when: (world, _, way) =>
    withControlAction(world, {
      make: () => walk(world, way),
      act: async ({ id, status }) => {
        const beside = isFinalStatus(status) ? {} : { actionReason: world.text('Beside the present status') };
        const again = async (patch: object) => ({ reply: await world.update(id, patch), after: await world.get(id) });
        const alone = [await again({ status }), await again({ status })];
        return { alone, beside: await again({ status, ...beside }) };
      },
      expected: ({ alone, beside }, action) =>
        [...alone, beside].every(({ reply, after }) => reply.status < 300 && isKept(after, action)),
    }),
  then: ({ seen: { alone, beside }, action }) => {
    for (const { reply, after } of alone) {
      expectSuccess(reply);
      expectNothingChanged(after, action);
    }
    expectSuccess(beside.reply);
    expectKept(beside.after, action);
  },
});
