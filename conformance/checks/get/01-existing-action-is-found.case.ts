import { scenario } from '../../engine/check.js';
import { expectReadOrWarning } from '../../engine/judge/expect.js';

/** More than one action and more than one get: the first one read, or the newest, may be the only one that a server finds. */
export default scenario('GET-1', {
  given: async (world) => [await world.action(), await world.action()],
  when: async (world, actions) => {
    const ids = [...actions, ...actions].map(({ id }) => id);
    return Promise.all(ids.map((id) => world.get(id)));
  },
  then: (replies) => replies.forEach(expectReadOrWarning),
});
