import { scenario } from '../../kit/check.js';
import { expectEqual } from '../../kit/expect.js';
import { Undecided } from '../../kit/violation.js';
import { holdsAll, idsOf, ownActions } from './_own.js';

/** Where others write to the same list it is read again: an action may lawfully move to a later page while it is read. */
export default scenario('LIST-3', {
  given: (world) => ownActions(world, 5),
  when: async (world, { query, paged, ids }) => {
    const read = () => world.elements({ query, headers: paged });
    const elements = await world.eventually(
      read,
      (shown) => holdsAll(shown, ids) && repeated(idsOf(shown)).length === 0,
    );
    if (!holdsAll(elements, ids) && repeated(idsOf(elements)).length === 0)
      throw new Undecided('the list does not show the actions that were made for this case');
    return idsOf(elements);
  },
  then: (ids) => expectEqual(repeated(ids), [], 'the ids that occur twice'),
});

function repeated(ids: readonly unknown[]): readonly unknown[] {
  return ids.filter((id, index) => typeof id === 'string' && ids.indexOf(id) !== index);
}
