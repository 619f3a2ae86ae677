import { scenario } from '../../engine/check.js';
import { MovedByItself } from '../../engine/errors.js';
import { preview } from '../../engine/evidence/preview.js';
import { member } from '../../engine/evidence/reply.js';
import { expectEntity, expectThat } from '../../engine/judge/expect.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { initialStatus } from '../../model/lifecycle.js';
import { cancelSuccessfully, readUntilFinished } from './_cancelling.js';

export default scenario('CANCEL-10', {
  when: (world) =>
    withControlAction(world, {
      make: async () => {
        const action = await world.read((await world.action()).id);
        if (action.status !== initialStatus) throw new MovedByItself('the action has started by itself');
        return action;
      },
      act: async ({ id }) => {
        await cancelSuccessfully(world, id);
        const replies = await readUntilFinished(world, id);
        await world.cancel(id);
        return [...replies, await world.get(id)];
      },
      expected: (replies) => replies.every(({ body }) => member(body, 'status') !== 'Running'),
    }),
  then: ({ seen }) => {
    for (const reply of seen) {
      const { status } = expectEntity(reply);
      expectThat(status !== 'Running', {
        message: 'an action starts after it was cancelled',
        expected: 'a status other than Running',
        received: preview(status),
        at: '/status',
        exchange: reply.exchange,
      });
    }
  },
});
