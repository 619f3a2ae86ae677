import { scenario } from '../../engine/check.js';
import { expectThat, expectUnchanged } from '../../engine/judge/expect.js';
import { actionPath } from './_paths.js';

export default scenario('SURFACE-8', {
  given: async (world) => world.read((await world.action()).id),
  when: async (world, { id }) => {
    const reply = await world.request('PUT', actionPath(id), { body: world.body() });
    return { reply, after: await world.get(id) };
  },
  then: ({ reply: { status, exchange }, after }, before) => {
    const taken = status >= 200 && status < 300;
    const refused = (status >= 400 && status < 500) || status === 501;
    expectThat(taken || refused, {
      expected: 'a 4xx, 501, or a 2xx',
      received: `status ${status}`,
      at: 'status',
      exchange,
    });
    if (refused) expectUnchanged(after, before, ['status', 'states']);
  },
});
