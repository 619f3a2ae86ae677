import { scenario } from '../../engine/check.js';
import { expectStatus } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { validFixtures } from '../../engine/world/fixtures.js';
import type { Action } from '../../engine/world/world.js';
import { isAllowedTransition, isStatus } from '../../model/lifecycle.js';

const unfinished = 'unfinished action';

/**
 * Every valid body. One without a status is sent twice; a final status cannot be. An action that took such a body is used for the next
 * one.
 */
export default scenario('UPDATE-1', {
  each: ({ profile }) =>
    validFixtures('update')
      .filter(({ unless }) => !unless.some((id) => profile.features[id].offered))
      // A body that may also be rejected with 400 is not valid beyond doubt.
      .filter(({ status }) => !status.includes(400)),
  named: ({ says }) => says,
  when: (world, _, { body, contentType }) =>
    withControlAction(world, {
      make: async () => world.shared.take<Action>(unfinished) ?? world.action(),
      act: async (action) => {
        const { id } = action;
        const send = contentType === undefined ? {} : { headers: { 'content-type': contentType } };
        const patch = world.adaptedPatch(body);
        const first = await world.update(id, patch, send);
        if (body.status !== undefined) return [first];
        const second = await world.update(id, patch, send);
        if (first.status === 200 && second.status === 200) world.shared.leave(unfinished, action);
        return [first, second];
      },
      expected: (replies) => replies.every(({ status }) => status === 200),
    }),
  then: ({ seen, action }, _, { body }) => {
    // An action that already runs when it is created cannot go back to NotStarted, so the PATCH may be rejected.
    const { status } = action;
    const target = body.status ?? status;
    const isAllowed =
      target === status || !isStatus(status) || !isStatus(target) || isAllowedTransition(status, target);
    for (const reply of seen) expectStatus(reply, 200, ...(isAllowed ? [] : [409, 400]));
  },
});
