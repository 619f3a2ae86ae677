import { scenario } from '../../engine/check.js';
import { expectRefusal } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { statusPathName, statusPathsTo, walk } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { illegalTransitions } from '../../model/lifecycle.js';
import { expectNothingChanged, isKept } from './_kept.js';

const inputs = illegalTransitions().flatMap(({ from, to }) => statusPathsTo(from).map((way) => ({ way, to })));

/** Twice: with other members beside the status, none of which may be written, and then the status alone. */
export default scenario('LIFECYCLE-4', {
  each: inputs,
  named: ({ way, to }) => `${statusPathName(way)}, then ${to}`,
  when: (world, _, { way, to }) =>
    withControlAction(world, {
      make: () => walk(world, way),
      act: async ({ id }) => {
        const beside = {
          name: 'Changed',
          actionReason: world.text('Sent beside'),
          clientContext: world.text('Beside'),
        };
        const first = { reply: await world.update(id, { ...statusPatch(to), ...beside }), after: await world.get(id) };
        const second = { reply: await world.update(id, { status: to }), after: await world.get(id) };
        return [first, second];
      },
      expected: (seen, action) => seen.every(({ reply, after }) => reply.status >= 400 && isKept(after, action)),
    }),
  then: ({ seen, action }) => {
    for (const { reply, after } of seen) {
      expectRefusal(reply, 409, 400);
      expectNothingChanged(after, action);
    }
  },
});
