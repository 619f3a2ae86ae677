import { scenario } from '../../engine/check.js';
import type { Reply } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { statusPatch, type World } from '../../engine/world/world.js';
import { accepted, fullBody } from './_patch.js';

const inputs = (world: World): readonly { says: string; patch: WritableBody }[] => [
  { says: 'a text', patch: { actionReason: 'Another reason' } },
  { says: 'everything', patch: world.adaptedPatch(fullBody(world)) },
  { says: 'the status', patch: statusPatch('Running') },
  { says: 'the end', patch: statusPatch('Completed') },
];

/** After the first and the second PATCH the action is found where it was, under the id that it had. */
export default scenario('UPDATE-3', {
  each: inputs,
  named: ({ says }) => says,
  given: (world) => world.action(),
  when: async (world, { id }, { patch }) => {
    const replies: Reply[] = [];
    for (let times = 0; times < 2; times++) replies.push(await accepted(world, id, patch), await world.get(id));
    return replies.filter(({ status, exchange }) => status === 200 || exchange.operation === 'get');
  },
  then: (replies, action) => {
    for (const reply of replies) expectEqual(expectEntity(reply, 200, 206).id, action.id, '/id', reply.exchange);
  },
});
