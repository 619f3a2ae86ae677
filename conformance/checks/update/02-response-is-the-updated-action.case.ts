import { scenario } from '../../engine/check.js';
import { notAccepted } from '../../engine/errors.js';
import { textId } from '../../engine/evidence/lenient.js';
import { isSuccess } from '../../engine/evidence/reply.js';
import { expectEntity, expectEqual } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import type { WritableBody } from '../../engine/world/bodies.js';
import { statusPatch, type World } from '../../engine/world/world.js';
import { expectSent } from './_expect-sent.js';

const inputs: readonly { readonly name: string; readonly patches: (world: World) => readonly WritableBody[] }[] = [
  {
    name: 'two updates of texts',
    patches: (world) => [
      { actionReason: world.text('First') },
      { actionReason: world.text('Second'), clientContext: world.text('Context') },
    ],
  },
  {
    name: 'an update of a text and one of the status',
    patches: (world) => [{ actionReason: world.text('First') }, statusPatch('Running')],
  },
];

/** Two updates of one action. A stateless mock returns its examples, so there only the id is compared. */
export default scenario('UPDATE-2', {
  inTurn: true,
  each: inputs,
  named: ({ name }) => name,
  given: (world) => actionInTurn(world, { isRead: false }),
  when: async (world, { id }, { patches }) => {
    const updates = [];
    for (const patch of patches(world)) {
      const reply = await world.update(id, patch);
      // UPDATE-1 judges the status.
      if (!isSuccess(reply) || reply.text === '')
        throw notAccepted(`the PATCH: expected status 200, received ${reply.status}`, reply.status, reply.exchange);
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
