import { scenario } from '../../engine/check.js';
import { expectEntity } from '../../engine/judge/expect.js';
import { actionInTurn } from '../../engine/world/action-in-turn.js';
import { withControlAction } from '../../engine/world/control-action.js';
import { requireControlPatch } from './_patch.js';

/** Spellings of the same preference, alone and in a list. */
const preferences = ['return=representation', 'return="representation"', 'return=representation, x-conformance'];

export default scenario('UPDATE-18', {
  inTurn: true,
  each: preferences,
  named: (prefer) => prefer,
  given: (world) => requireControlPatch(world),
  when: (world, _, prefer) => {
    const update = (id: string) =>
      world.update(id, { actionReason: world.text('Represented') }, { headers: { prefer } });
    return withControlAction(world, {
      make: () => actionInTurn(world, { isRead: false }),
      act: async ({ id }) => [await update(id), await update(id)],
      expected: (replies) => replies.every(({ status }) => status < 300),
    });
  },
  then: ({ seen }) => {
    for (const reply of seen) expectEntity(reply);
  },
});
