import { scenario } from '../../engine/check.js';
import { member } from '../../engine/evidence/reply.js';
import { declaredProperties } from '../../engine/judge/declared.js';
import { expectEqual, expectRead, expectThat } from '../../engine/judge/expect.js';
import { type Action, elementsOf } from '../../engine/world/world.js';
import { listed, ownActions } from './_own-actions.js';

const selections = [
  ['id', 'name'],
  ['id', 'parameters', 'vendorInformation'],
  ['clientContext', 'id', 'createdDateTime'],
  ['clientContext'],
];

export default scenario('LIST-21', {
  each: selections,
  named: (names) => `$select=${names.join(',')}`,
  given: async (world) => {
    const mine = await ownActions(world, 2);
    await listed(mine, world);
    return mine;
  },
  when: (world, { query }, names) => world.pages({ query: { ...query, $select: names.join(',') } }),
  then: (pages, { actions }, names) => {
    pages.forEach(expectRead);
    const exchange = pages[0]?.exchange;
    const elements = elementsOf(pages);
    for (const element of elements) {
      const others = Object.keys(element).filter(
        (name) => name !== 'id' && !names.includes(name) && declaredProperties('securityAction').has(name),
      );
      expectEqual(others, [], 'the properties that were not selected', exchange);
    }
    for (const action of actions) {
      const shown = elements.some((element) => names.every((name) => sameAs(action, name, element)));
      expectThat(shown, {
        expected: `an element with ${names.join(', ')} of ${action.id}`,
        received: 'none',
        at: '/value',
        exchange,
      });
    }
  },
});

/** Texts are compared; of what is not a text it is enough that it is there. */
function sameAs(action: Action, name: string, element: unknown): boolean {
  const value = member(element, name) ?? null;
  return typeof action[name] === 'string' && name !== 'createdDateTime' ? value === action[name] : value !== null;
}
