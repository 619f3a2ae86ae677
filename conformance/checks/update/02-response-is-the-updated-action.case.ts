import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { textId } from '../../engine/evidence/lenient.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { statusPatch } from '../../engine/world/world.js';
import { expectSent } from './_expect-sent.js';

/** Three updates of one action. A stateless mock returns its examples, so there only the id is compared. */
export default scenario('UPDATE-2', {
  given: (world) => world.action(),
  when: async (world, { id }) => {
    const patches: readonly WritableBody[] = [
      { actionReason: world.text('First') },
      { actionReason: world.text('Second'), clientContext: world.text('Context') },
      statusPatch('Running'),
    ];
    const updates = [];
    for (const patch of patches) {
      const reply = await world.update(id, patch);
      if (reply.status !== 200)
        throw new Inconclusive(`the PATCH responded with ${reply.status} instead of 200`, reply.exchange);
      updates.push({ reply, sent: world.profile.class === 'stateful' ? patch : {} });
    }
    return updates;
  },
  then: (updates, action) => {
    for (const { reply, sent } of updates) {
      expectEntity(reply);
      expectEqual(textId(reply.json), action.id, '/id', reply.exchange);
      expectSent(reply, sent);
    }
  },
});
