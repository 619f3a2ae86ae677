import { type Case, scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectRejection } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { type ValidFixture, validFixtures } from '../../engine/world/fixtures/fixtures.js';
import { isAllowedTransition, isStatus } from '../../model/lifecycle.js';

/**
 * A case in which every PATCH must be accepted, as `expectAccepted` judges it. Its inputs are the valid fixtures that are `wanted`. One
 * without a status is sent twice; a final status cannot be.
 */
export function acceptedUpdate(
  id: Case['id'],
  wanted: (fixture: ValidFixture) => boolean,
  expectAccepted: (reply: Reply) => void,
): Case {
  return scenario(id, {
    inTurn: true,
    each: ({ profile }) =>
      validFixtures('update')
        .filter((fixture) => wanted(fixture) && !fixture.unless.some((feature) => profile.features[feature].offered))
        // A body that may also be rejected with 400 is not valid beyond doubt.
        .filter(({ status }) => !status.includes(400)),
    named: ({ says }) => says,
    when: (world, _, { body, contentType }) =>
      withControlAction(world, {
        make: () => (body.status === undefined ? actionInTurn(world, { isRead: false }) : world.action()),
        act: async (action) => {
          const send = contentType === undefined ? {} : { headers: { 'content-type': contentType } };
          const patch = world.adaptedPatch(body);
          const first = await world.update(action.id, patch, send);
          return body.status === undefined ? [first, await world.update(action.id, patch, send)] : [first];
        },
        expected: (replies) => replies.every(({ status }) => status === 200),
      }),
    then: ({ seen, action }, _, { body }) => {
      // An action that already runs when it is created cannot go back to NotStarted, so the PATCH may be rejected.
      const { status } = action;
      const target = body.status ?? status;
      const isAllowed =
        target === status || !isStatus(status) || !isStatus(target) || isAllowedTransition(status, target);
      for (const reply of seen) {
        if (isAllowed || reply.status < 300) expectAccepted(reply);
        else expectRejection(reply, 409, 400);
      }
    },
  });
}
