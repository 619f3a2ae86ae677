import { scenario } from '../../kit/check.js';
import { expectEntity, expectEqual } from '../../kit/expect.js';

/** Several, alone and side by side: a cache or a slow replica shows only with the next one. */
export default scenario('CREATE-9', {
  when: async (world) => {
    const one = async () => {
      const made = await world.action();
      return { made, read: await world.get(made.id) };
    };
    return [await one(), await one(), ...(await Promise.all([one(), one(), one()]))];
  },
  then: (all) => {
    for (const { made, read } of all) {
      const shown = expectEntity(read, 200, 206);
      expectEqual(shown.id, made.id, '/id', read.exchange);
      expectEqual(shown.clientContext, made.clientContext, '/clientContext', read.exchange);
    }
  },
});
