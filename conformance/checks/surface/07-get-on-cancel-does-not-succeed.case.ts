import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectStatus } from '../../engine/judge/expect.js';
import { actionPath } from './_paths.js';

/** The control is a POST to the same URL. It shows that only the method is rejected. */
export default scenario('SURFACE-7', {
  given: (world) => world.action(),
  when: async (world, { id }) => {
    const path = `${actionPath(id)}/cancelSecurityAction`;
    const before = await world.request('GET', path);
    const { status, exchange } = await world.cancel(id);
    if (status >= 300 && status !== 409)
      throw new Inconclusive(`the control, a POST to the same URL, is rejected with ${status}`, exchange);
    return [before, await world.request('GET', path)];
  },
  then: (replies) => {
    for (const reply of replies) expectStatus(reply, 405, 404, 400);
  },
});
