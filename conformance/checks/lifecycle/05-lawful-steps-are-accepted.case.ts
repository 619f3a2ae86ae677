import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEntity, expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { statusPathName, statusPathsTo, walk } from '../../engine/world/status-paths.js';
import { statusPatch } from '../../engine/world/world.js';
import { isPossibleLater, isStatus, legalTransitions } from '../../model/lifecycle.js';

const steps = legalTransitions().filter(({ by }) => by.includes('client'));
const inputs = steps.flatMap(({ from, to }) => {
  return statusPathsTo(from).flatMap((way) => [false, true].map((withText) => ({ way, to, withText })));
});

export default scenario('LIFECYCLE-5', {
  each: inputs,
  named: ({ way, to, withText }) => `${statusPathName(way)}, then ${to}${withText ? ' beside a text' : ''}`,
  when: (world, _, { way, to, withText }) =>
    withControlAction(world, {
      make: () => walk(world, way),
      act: async ({ id }) => {
        const text = withText && { actionReason: world.text('Beside the status') };
        return {
          reply: await world.update(id, { ...statusPatch(to), ...text }),
          looks: [await world.get(id), await world.get(id)],
        };
      },
      expected: ({ reply, looks }) =>
        reply.status < 300 && looks.every(({ body }) => isThere(member(body, 'status'), to)),
    }),
  then: ({ seen: { reply, looks } }, _, { to }) => {
    expectSuccess(reply);
    for (const look of looks) {
      const { status } = expectEntity(look, 200, 206);
      const finding = { expected: `${to}, or a status that follows it`, received: status, at: '/status' };
      expectThat(isThere(status, to), { ...finding, exchange: look.exchange });
    }
  },
});

/** Shows the status that was set, or one to which the target has progressed since. */
function isThere(status: unknown, to: (typeof steps)[number]['to']): boolean {
  return isStatus(status) && isPossibleLater(to, status);
}
