import { scenario } from '../../engine/check.js';
import { Inconclusive } from '../../engine/errors.js';
import { expectThat } from '../../engine/judge/expect.js';
import { containsAll, createOwnActions, idsOf, readWhileStable } from './_own-actions.js';

/** If others change the same list, it is read until it stays unchanged, because an action may move to a later page in between. */
export default scenario('LIST-3', {
  given: (world) => createOwnActions(world, 5),
  when: async (world, own) => {
    const { query, pageHeaders, ids, isolated } = own;
    const read = () => world.elements({ query, headers: pageHeaders });
    const elements = await world.eventually(
      read,
      (shown) => containsAll(shown, ids) && repeated(idsOf(shown)).length === 0,
    );
    const twice = repeated(idsOf(elements)).length > 0;
    if (twice && !isolated) return (await readWhileStable(world, own, async () => idsOf(await read()))).seen;
    if (!twice && !containsAll(elements, ids))
      throw new Inconclusive('the list does not show the actions that were created for this case');
    return idsOf(elements);
  },
  then: (ids) =>
    expectThat(repeated(ids).length === 0, {
      message: 'the list shows an id more than once',
      expected: 'each id once',
      received: `repeated ids ${repeated(ids).join(', ')}`,
      at: '/value',
    }),
});

function repeated(ids: readonly unknown[]): readonly unknown[] {
  return ids.filter((id, index) => typeof id === 'string' && ids.indexOf(id) !== index);
}
