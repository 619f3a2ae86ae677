import { scenario } from '../../engine/check.js';
import { expectRejection, expectStatus } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { validFixtures } from '../../engine/world/fixtures/fixtures.js';
import { isAllowedTransition, isStatus } from '../../model/lifecycle.js';

/** Every valid body. One without a status is sent twice; a final status cannot be. */
export default scenario('UPDATE-1', {
  inTurn: true,
  each: ({ profile }) =>
    validFixtures('update')
      .filter(({ unless }) => !unless.some((id) => profile.features[id].offered))
      // A body that may also be rejected with 400 is not valid beyond doubt.
      .filter(({ status }) => !status.includes(400)),
  named: ({ says }) => says,
  when: (world, _, { body, contentType }) =>
    withControlAction(world, {
      make: () => (body.status === undefined ? actionInTurn(world, { isRead: false }) : world.action()),
      act: async ({ id }) => {
        const send = contentType === undefined ? {} : { headers: { 'content-type': contentType } };
        const patch = world.adaptedPatch(body);
        const first = await world.update(id, patch, send);
        return body.status === undefined ? [first, await world.update(id, patch, send)] : [first];
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
      if (isAllowed || reply.status < 300) expectStatus(reply, 200);
      else expectRejection(reply, 409, 400);
    }
  },
});
