import { scenario } from '../../engine/check.js';
import { expectReadOrWarning } from '../../engine/judge/expect.js';
import { together } from '../../engine/world/together/together.js';

/** Reads two actions twice, because a server might find only the first one read or only the newest. */
export default scenario('GET-1', {
  given: async (world) => [await world.action(), await world.action()],
  when: async (world, actions) => {
    const ids = [...actions, ...actions].map(({ id }) => id);
    return together(ids.map((id) => world.get(id)));
  },
  then: (replies) => replies.forEach(expectReadOrWarning),
});
