import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { statusPatch } from '../../engine/world/world.js';
import { expectShows } from './_expect-sent.js';

/** Three updates of one action; on a stateless mock, which shows its examples, only the id is compared. */
export default scenario('UPDATE-2', {
  given: (world) => world.action(),
  when: async (world, { id }) => {
    const patches: readonly WritableBody[] = [
      { actionReason: world.text('First') },
      { actionReason: world.text('Second'), clientContext: world.text('Context') },
      statusPatch('Running'),
    ];
    const seen = [];
    for (const patch of patches) {
      const reply = await world.update(id, patch);
      if (reply.status !== 200) throw new Inconclusive(`the PATCH was answered with ${reply.status}`, reply.exchange);
      seen.push({ reply, sent: world.profile.class === 'stateful' ? patch : {} });
    }
    return seen;
  },
  then: (seen, action) => {
    for (const { reply, sent } of seen) {
      expectEqual(expectEntity(reply).id, action.id, '/id', reply.exchange);
      expectShows(reply, sent);
    }
  },
});
