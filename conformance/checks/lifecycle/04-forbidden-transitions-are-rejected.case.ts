import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectRejection } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { actionAlong, statusPathName, statusPathsTo } from '../../engine/world/status-paths.js';
import { statusPatch, type World } from '../../engine/world/world.js';
import { forbiddenTransitions, type OperationStatus } from '../../model/lifecycle.js';
import { expectNothingChanged, isKept } from './_kept.js';

const inputs = forbiddenTransitions().flatMap(({ from, to }) => statusPathsTo(from).map((path) => ({ path, to })));

/** Sends the status twice: first with other members, none of which may be stored, and then alone. Nothing has changed after both. */
export default scenario('LIFECYCLE-4', {
  each: inputs,
  named: ({ path, to }) => `${statusPathName(path)}, then ${to}`,
  when: (world, _, input) => {
    const { path, to } = input;
    return withControlAction(world, {
      make: (own) => actionAlong(own, path),
      act: async ({ id }) => ({ replies: await sendTwice(world, id, to), after: await world.get(id) }),
      expected: ({ replies, after }, action) => replies.every(({ status }) => status >= 400) && isKept(after, action),
      together: {
        kind: statusPathName(path),
        read: ({ replies, after }) => (replies.every(({ status }) => status >= 400) ? after : undefined),
        all: {
          input,
          uses: (one) => statusPathName(one.path) === statusPathName(path),
          send: (own, id, one) => sendTwice(own, id, one.to),
          seen: (replies, after) => ({ replies, after }),
        },
      },
    });
  },
  then: ({ seen: { replies, after }, action }) => {
    for (const reply of replies) expectRejection(reply, 409, 400);
    expectNothingChanged(after, action);
  },
});

async function sendTwice(world: World, id: string, to: OperationStatus): Promise<readonly Reply[]> {
  const others = world.adaptedPatch({
    name: 'Changed',
    actionReason: world.text('Sent with the status'),
    clientContext: world.text('Context'),
  });
  return [await world.update(id, { ...statusPatch(to), ...others }), await world.update(id, { status: to })];
}
