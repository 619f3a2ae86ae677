import { scenario } from '../../engine/check.js';
import { shownId } from '../../engine/evidence/lenient.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { statusPatch, type World } from '../../engine/world/world.js';
import { fullBody, requirePatch } from './_patch.js';

const inputs = (world: World): readonly { name: string; patch: WritableBody }[] => [
  { name: 'a PATCH of a text', patch: { actionReason: 'Another reason' } },
  { name: 'a PATCH of every writable member', patch: world.adaptedPatch(fullBody(world)) },
  { name: 'a PATCH to Running', patch: statusPatch('Running') },
  { name: 'a PATCH to Completed', patch: statusPatch('Completed') },
];

/** The PATCH is sent twice. After each, a get at the original URL must show the original id. */
export default scenario('UPDATE-3', {
  inTurn: true,
  each: inputs,
  named: ({ name }) => name,
  given: (world) => actionInTurn(world, { isRead: false }),
  when: async (world, { id }, { patch }) => {
    const replies: Reply[] = [];
    for (let times = 0; times < 2; times++) replies.push(await requirePatch(world, id, patch), await world.get(id));
    return replies.filter(({ text, exchange }) => text !== '' || exchange.operation === 'get');
  },
  then: (replies, action) => {
    for (const reply of replies) {
      expectEntity(reply);
      expectEqual(shownId(reply.json), action.id, '/id', reply.exchange);
    }
  },
});
