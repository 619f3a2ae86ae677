import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectEqual } from '../../engine/judge/expect.js';
import { holdsAll, idsOf, ownActions, whileStill } from './_own-actions.js';

/** Where others write to the same list it is read again, until they leave it alone: an action may lawfully move to a later page meanwhile. */
export default scenario('LIST-3', {
  given: (world) => ownActions(world, 5),
  when: async (world, mine) => {
    const { query, paged, ids, alone } = mine;
    const read = () => world.elements({ query, headers: paged });
    const elements = await world.eventually(
      read,
      (shown) => holdsAll(shown, ids) && repeated(idsOf(shown)).length === 0,
    );
    const twice = repeated(idsOf(elements)).length > 0;
    if (twice && !alone) return (await whileStill(world, mine, async () => idsOf(await read()))).seen;
    if (!twice && !holdsAll(elements, ids))
      throw new Inconclusive('the list does not show the actions that were made for this case');
    return idsOf(elements);
  },
  then: (ids) => expectEqual(repeated(ids), [], 'the ids that occur twice'),
});

function repeated(ids: readonly unknown[]): readonly unknown[] {
  return ids.filter((id, index) => typeof id === 'string' && ids.indexOf(id) !== index);
}
