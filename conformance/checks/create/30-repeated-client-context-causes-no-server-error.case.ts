import { scenario } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';

export default scenario('CREATE-30', {
  given: (world) => ({ ...world.body(), clientContext: world.draw.hex(32) }),
  when: async (world, { clientContext }) => {
    await world.action({ body: world.body({ clientContext }) });
    return [await world.create(world.body({ clientContext })), await world.create(world.body({ clientContext }))];
  },
  then: (repeats) => {
    for (const { status, exchange } of repeats) {
      const isAllowed = (status >= 200 && status < 300) || (status >= 400 && status < 500);
      expectThat(isAllowed, {
        expected: 'a 2xx or a 4xx status',
        received: `status ${status}`,
        at: 'status',
        exchange,
      });
    }
  },
});
