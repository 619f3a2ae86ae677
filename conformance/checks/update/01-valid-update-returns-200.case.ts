import { scenario } from '../../engine/check.js';
import { expectStatus } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { validFixtures } from '../../engine/world/fixtures.js';
import { isLegal, isStatus } from '../../model/lifecycle.js';

/** Every valid body, twice where it may be sent twice: the end of an action can be told only once. */
export default scenario('UPDATE-1', {
  each: ({ profile }) =>
    validFixtures('update')
      .filter(({ unless }) => !unless.some((id) => profile.features[id].offered))
      // What may be refused as invalid (400) is not beyond doubt valid.
      .filter(({ status }) => !status.includes(400)),
  named: ({ says }) => says,
  when: (world, _, { body, contentType }) =>
    withControlAction(world, {
      make: () => world.action(),
      act: async ({ id }) => {
        const send = contentType === undefined ? {} : { headers: { 'content-type': contentType } };
        const patch = world.adaptedPatch(body);
        const first = await world.update(id, patch, send);
        return body.status === undefined ? [first, await world.update(id, patch, send)] : [first];
      },
      expected: (replies) => replies.every(({ status }) => status === 200),
    }),
  then: ({ seen, action }, _, { body }) => {
    // An action that had begun when it was first seen cannot be set back; the PATCH is none of the valid ones then.
    const { status } = action;
    const wanted = body.status ?? status;
    const takes = wanted === status || !isStatus(status) || !isStatus(wanted) || isLegal(status, wanted);
    for (const reply of seen) expectStatus(reply, 200, ...(takes ? [] : [409, 400]));
  },
});
