import { scenario } from '../../engine/check.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';

export default scenario('CREATE-30', {
  given: (world) => ({ ...world.body(), clientContext: world.draw.hex(32) }),
  when: async (world, { clientContext }) => {
    await world.action({ body: world.body({ clientContext }) });
    return [await world.create(world.body({ clientContext })), await world.create(world.body({ clientContext }))];
  },
  then: (repeats) => {
    for (const { status, exchange } of repeats) {
      const isAllowed = isSuccess({ status }) || (status >= 400 && status < 500);
      expectThat(isAllowed, {
        expected: 'a 2xx or a 4xx status',
        received: `status ${status}`,
        at: 'status',
        exchange,
      });
    }
  },
});
