import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { initialStatus } from '../../model/lifecycle.js';
import { accepted, looksUntilTheEnd } from './_cancelling.js';

export default scenario('CANCEL-10', {
  when: (world) =>
    withControlAction(world, {
      make: async () => {
        const action = await world.read((await world.action()).id);
        if (action.status !== initialStatus) throw new Inconclusive('the action has begun by itself');
        return action;
      },
      act: async ({ id }) => {
        await accepted(world, id);
        const looks = await looksUntilTheEnd(world, id);
        await world.cancel(id);
        return [...looks, await world.get(id)];
      },
      expected: (looks) => looks.every(({ body }) => member(body, 'status') !== 'Running'),
    }),
  then: ({ seen }) => {
    for (const look of seen) {
      const { status } = expectEntity(look, 200, 206);
      const expected = 'any status but Running';
      expectThat(status !== 'Running', { expected, received: status, at: '/status', exchange: look.exchange });
    }
  },
});
