import { scenario } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEntity, expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { statusPathName, statusPathsTo, unreadAlong } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { allowedTransitions, isPossibleLater, isStatus } from '../../model/lifecycle.js';

const transitions = allowedTransitions().filter(({ by }) => by.includes('client'));
const inputs = transitions.flatMap(({ from, to }) => {
  return statusPathsTo(from).flatMap((path) => [false, true].map((withReason) => ({ path, to, withReason })));
});

export default scenario('LIFECYCLE-5', {
  each: inputs,
  named: ({ path, to, withReason }) => `${statusPathName(path)}, then ${to}${withReason ? ' with a reason' : ''}`,
  when: (world, _, { path, to, withReason }) =>
    withControlAction(world, {
      make: () => unreadAlong(world, path),
      act: async ({ id }) => {
        const reason = withReason && { actionReason: world.text('With the status') };
        return {
          reply: await world.update(id, { ...statusPatch(to), ...reason }),
          read: await world.get(id),
        };
      },
      expected: ({ reply, read }) => reply.status < 300 && isReached(member(read.body, 'status'), to),
    }),
  then: ({ seen: { reply, read } }, _, { to }) => {
    expectSuccess(reply);
    const { status } = expectEntity(read);
    expectThat(isReached(status, to), {
      expected: `${preview(to)}, or a status after it`,
      received: preview(status),
      at: '/status',
      exchange: read.exchange,
    });
  },
});

/** Whether a read shows the status that was set, or one to which the action has progressed since. */
function isReached(status: unknown, to: (typeof transitions)[number]['to']): boolean {
  return isStatus(status) && isPossibleLater(to, status);
}
