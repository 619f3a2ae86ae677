import { scenario } from '../../engine/check.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { expectStatus, expectSuccess } from '../../engine/judge/expect.js';
import { actionPath } from './_paths.js';

export default scenario('SURFACE-9', {
  given: async (world) => world.read((await world.action()).id),
  when: async (world, { id }) => {
    const reply = await world.request('DELETE', actionPath(id));
    return { reply, after: await world.get(id) };
  },
  then: ({ reply, after }) => {
    const deleted = isSuccess(reply);
    if (!deleted) expectStatus(reply, 405, 404, 501);
    if (deleted) expectStatus(after, 404);
    else expectSuccess(after);
  },
});
