import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { declaredProperties } from '../../engine/judge/declared.js';
import { expectSuccess, expectThat } from '../../engine/judge/expect.js';
import { type Action, elementsOf } from '../../engine/world/world.js';
import { createOwnActions, skipping, waitUntilListed } from './_own-actions.js';

const selections = [
  ['id'],
  ['id', 'name'],
  ['id', 'parameters', 'vendorInformation'],
  ['clientContext', 'id', 'createdDateTime'],
  ['clientContext'],
];

export default scenario('LIST-21', {
  each: selections,
  named: (names) => `$select=${names.join(',')}`,
  given: (world) =>
    world.shared.once('actions', async (world) => {
      const own = await createOwnActions(world, 2);
      await waitUntilListed(own, world);
      return own;
    }),
  when: (world, own, names) => world.pages({ query: { ...skipping(own), $select: names.join(',') } }),
  then: (pages, { actions }, names) => {
    pages.forEach(expectSuccess);
    const exchange = pages[0]?.exchange;
    const elements = elementsOf(pages);
    for (const element of elements) {
      const others = Object.keys(element).filter(
        (name) => name !== 'id' && !names.includes(name) && declaredProperties('securityAction').has(name),
      );
      expectThat(others.length === 0, {
        message: 'an element shows properties that were not selected',
        expected: `only ${names.join(', ')}`,
        received: `also ${others.join(', ')}`,
        at: '/value',
        exchange,
      });
    }
    for (const action of actions) {
      const shown = elements.some((element) => names.every((name) => showsValue(element, name, action)));
      expectThat(shown, {
        message: 'an action is not shown with its selected properties',
        expected: `an element with ${names.join(', ')} of the action ${action.id}`,
        received: 'no such element',
        at: '/value',
        exchange,
      });
    }
  },
});

/** Strings must be equal. Other values only need to be present. */
function showsValue(element: unknown, name: string, action: Action): boolean {
  const value = member(element, name) ?? null;
  return typeof action[name] === 'string' && name !== 'createdDateTime' ? value === action[name] : value !== null;
}
