import { scenario } from '../../engine/check.js';
import { expectStatus } from '../../engine/judge/expect.js';
import { cancelSuccessfully } from './_cancelling.js';

export default scenario('CANCEL-7', {
  given: async (world) => {
    await cancelSuccessfully(world, (await world.action()).id);
    return world.unusedId();
  },
  when: async (world, id) => [await world.cancel(id), await world.cancel(id), await world.get(id)],
  then: (replies) => {
    for (const reply of replies) expectStatus(reply, 404);
  },
});
