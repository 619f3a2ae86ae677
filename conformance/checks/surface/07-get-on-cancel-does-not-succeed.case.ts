import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectStatus } from '../../engine/judge/expect.js';
import { actionPath } from './_paths.js';

/** The same URL takes a POST, so that it is the method that is refused. */
export default scenario('SURFACE-7', {
  given: (world) => world.action(),
  when: async (world, { id }) => {
    const path = `${actionPath(id)}/cancelSecurityAction`;
    const before = await world.request('GET', path);
    const { status, exchange } = await world.cancel(id);
    if (status >= 300 && status !== 409)
      throw new Inconclusive(`a POST to the same URL was answered with ${status}`, exchange);
    return [before, await world.request('GET', path)];
  },
  then: (replies) => {
    for (const reply of replies) expectStatus(reply, 405, 404, 400);
  },
});
