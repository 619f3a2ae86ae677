import { scenario } from '../../engine/check.js';
import { expectRejection } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { actionAlong, statusPathName, statusPathsTo } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { forbiddenTransitions } from '../../model/lifecycle.js';
import { expectNothingChanged, isKept } from './_kept.js';

const inputs = forbiddenTransitions().flatMap(({ from, to }) => statusPathsTo(from).map((path) => ({ path, to })));

/** Sends the status twice: first with other members, none of which may be stored, and then alone. Nothing has changed after both. */
export default scenario('LIFECYCLE-4', {
  each: inputs,
  named: ({ path, to }) => `${statusPathName(path)}, then ${to}`,
  when: (world, _, { path, to }) =>
    withControlAction(world, {
      make: (own) => actionAlong(own, path),
      act: async ({ id }) => {
        const others = world.adaptedPatch({
          name: 'Changed',
          actionReason: world.text('Sent with the status'),
          clientContext: world.text('Context'),
        });
        const replies = [
          await world.update(id, { ...statusPatch(to), ...others }),
          await world.update(id, { status: to }),
        ];
        return { replies, after: await world.get(id) };
      },
      expected: ({ replies, after }, action) => replies.every(({ status }) => status >= 400) && isKept(after, action),
      together: {
        kind: statusPathName(path),
        read: ({ replies, after }) => (replies.every(({ status }) => status >= 400) ? after : undefined),
      },
    }),
  then: ({ seen: { replies, after }, action }) => {
    for (const reply of replies) expectRejection(reply, 409, 400);
    expectNothingChanged(after, action);
  },
});
