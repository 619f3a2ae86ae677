import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { ActionAt } from '../../engine/judge/observation.js';
import { instant, millisecond } from '../../model/instant.js';

/** A server may keep the time of end that a client sent (UPDATE-16), so only actions are looked at that were never sent one. */
export default rule('RESOURCE-10', {
  over: 'timeline',
  where: (timeline) => isServersOwn(timeline) && bothDates(timeline).length > 0,
  unseen: 'no action showed both dates',
  check: (timeline) => {
    for (const { action, exchange, at } of bothDates(timeline)) {
      const created = instant(action.createdDateTime) ?? 0n;
      const completed = instant(action.completedDateTime) ?? 0n;
      const expected = `not before createdDateTime, ${String(action.createdDateTime)}`;
      expectThat(completed + millisecond >= created, {
        expected,
        received: action.completedDateTime,
        at: `${at}/completedDateTime`,
        exchange,
      });
    }
  },
});

/** The case made the action itself, so that all that was written to it is known, and told no time of its end. */
function isServersOwn(timeline: readonly ActionAt[]): boolean {
  const made = timeline.some(({ exchange }) => exchange.operation === 'create');
  return made && !timeline.some(({ exchange }) => exchange.request.body?.includes('"completedDateTime"'));
}

function bothDates(timeline: readonly ActionAt[]): readonly ActionAt[] {
  return timeline.filter(
    ({ action }) => instant(action.createdDateTime) !== undefined && instant(action.completedDateTime) !== undefined,
  );
}
