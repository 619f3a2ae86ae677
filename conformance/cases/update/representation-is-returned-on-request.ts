import { scenario } from '../../kit/check.js';
import { unlessEnded } from '../../kit/ended.js';
import { expectEntity } from '../../kit/expect.js';
import { twinAccepted } from './_patch.js';

/** Spellings of the same preference; it stands alone and among others. */
const preferences = ['return=representation', 'return="representation"', 'return=representation, x-conformance'];

export default scenario('UPDATE-18', {
  each: preferences,
  named: (prefer) => prefer,
  given: (world) => twinAccepted(world, { actionReason: world.text('Twin') }),
  when: async (world, { id }, prefer) => {
    const update = async () =>
      unlessEnded(
        world,
        id,
        await world.update(id, { actionReason: world.text('Represented') }, { headers: { prefer } }),
      );
    return [await update(), await update()];
  },
  then: (replies) => {
    for (const reply of replies) expectEntity(reply);
  },
});
