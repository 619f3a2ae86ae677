import { count } from '../../engine/cause/words.js';
import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { inOrder, type SeenAction } from '../../engine/judge/observation.js';
import { instant } from '../../model/instant.js';
import { elementsIn } from './_elements.js';

export default rule('RESOURCE-13', {
  over: 'timeline',
  where: ({ shown }) => shown.some((seen) => elementsIn(seen, 'states').length > 0),
  unseen: 'no action with an entry in states was received',
  check: ({ shown }) => {
    for (const seen of shown) {
      const dates = datesOf(seen);
      const ascending = dates.every((date, index) => index === 0 || date >= (dates[index - 1] ?? date));
      expectThat(ascending, {
        message: 'states is not sorted by updatedDateTime',
        expected: 'entries in ascending order of updatedDateTime',
        received: seen.action.states,
        at: `${seen.at}/states`,
        exchange: seen.exchange,
      });
    }
    const withStates = shown.filter(({ action }) => Array.isArray(action.states));
    for (const [earlier, later] of inOrder(withStates)) {
      const before = elementsIn(earlier, 'states').length;
      const now = elementsIn(later, 'states').length;
      expectThat(now >= before, {
        message: 'entries of states have disappeared',
        expected: `at least ${count(before, 'entry', 'entries')}, as many as before`,
        received: count(now, 'entry', 'entries'),
        at: `${later.at}/states`,
        exchange: later.exchange,
      });
    }
  },
});

function datesOf(seen: SeenAction): readonly bigint[] {
  return elementsIn(seen, 'states').flatMap(({ element }) => instant(element.updatedDateTime) ?? []);
}
