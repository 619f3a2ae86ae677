import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { SeenAction } from '../../engine/judge/observation.js';
import { instant } from '../../model/instant.js';
import { continues, historyOf, sameHistory } from '../../model/shown-action.js';
import { hasChanged, isMemberSelected, sureOrder } from './_pairs.js';

export default rule('LIFECYCLE-7', {
  over: 'timeline',
  unseen: 'no response showed an action with a changed history',
  where: ({ shown }) =>
    hasChanged(shown.filter(isMemberSelected('states')), ({ action }) => historyOf(action), sameHistory),
  check: ({ shown }) => {
    for (const [before, after] of sureOrder(shown.filter(isMemberSelected('states')))) {
      const { action, at, exchange } = after;
      const holds = continues(historyOf(action), historyOf(before.action));
      expectThat(holds, {
        // Only where it does not hold, because a history may be long.
        get expected() {
          return `a history that begins with ${JSON.stringify(historyOf(before.action))}`;
        },
        received: action.states,
        at: `${at}/states`,
        exchange,
      });
      expectAscending(after);
    }
  },
});

function expectAscending({ action, at, exchange }: SeenAction): void {
  const times = historyOf(action).flatMap(({ updatedDateTime }) => instant(updatedDateTime) ?? []);
  const holds = times.every((time, index) => time >= (times[index - 1] ?? time));
  const expected = 'entries whose `updatedDateTime` does not go backwards';
  expectThat(holds, { expected, received: action.states, at: `${at}/states`, exchange });
}
