import { scenario } from '../../engine/check.js';
import { expectRejection } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { actionAlong, statusPathName, statusPathsTo } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { forbiddenTransitions } from '../../model/lifecycle.js';
import { expectNothingChanged, isKept } from './_kept.js';

const inputs = forbiddenTransitions().flatMap(({ from, to }) => statusPathsTo(from).map((path) => ({ path, to })));

/** Sends the status twice: first with other members, none of which may be stored, and then alone. */
export default scenario('LIFECYCLE-4', {
  each: inputs,
  named: ({ path, to }) => `${statusPathName(path)}, then ${to}`,
  when: (world, _, { path, to }) =>
    withControlAction(world, {
      make: () => actionAlong(world, path),
      act: async ({ id }) => {
        const others = world.adaptedPatch({
          name: 'Changed',
          actionReason: world.text('Sent with the status'),
          clientContext: world.text('Context'),
        });
        const first = { reply: await world.update(id, { ...statusPatch(to), ...others }), after: await world.get(id) };
        const second = { reply: await world.update(id, { status: to }), after: await world.get(id) };
        return [first, second];
      },
      expected: (seen, action) => seen.every(({ reply, after }) => reply.status >= 400 && isKept(after, action)),
    }),
  then: ({ seen, action }) => {
    for (const { reply, after } of seen) {
      expectRejection(reply, 409, 400);
      expectNothingChanged(after, action);
    }
  },
});
