import { scenario } from '../../engine/check.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { expectThat, expectUnchanged } from '../../engine/judge/expect.js';
import { actionPath } from './_paths.js';

export default scenario('SURFACE-8', {
  given: async (world) => world.read((await world.action()).id),
  when: async (world, { id }) => {
    const reply = await world.request('PUT', actionPath(id), { body: world.body() });
    return { reply, after: await world.get(id) };
  },
  then: ({ reply: { status, exchange }, after }, before) => {
    const accepted = isSuccess({ status });
    const rejected = (status >= 400 && status < 500) || status === 501;
    expectThat(accepted || rejected, {
      expected: 'status 2xx, 4xx or 501',
      received: `status ${status}`,
      at: 'status',
      exchange,
    });
    if (rejected) expectUnchanged(after, before, ['status', 'states']);
  },
});
