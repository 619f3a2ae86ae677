import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { SeenAction } from '../../engine/judge/observation.js';
import { instant, millisecond } from '../../model/instant.js';
import { isSetByServer } from './_set-by-server.js';

/** Only judges actions whose `completedDateTime` no client sent, because a server may store the value of a client (UPDATE-16). */
export default rule('RESOURCE-10', {
  over: 'timeline',
  where: (timeline) => isSetByServer(timeline, 'completedDateTime') && withBothDates(timeline.shown).length > 0,
  unseen: 'no action with createdDateTime and completedDateTime was received',
  check: (timeline) => {
    for (const { action, exchange, at } of withBothDates(timeline.shown)) {
      const created = instant(action.createdDateTime) ?? 0n;
      const completed = instant(action.completedDateTime) ?? 0n;
      expectThat(completed + millisecond >= created, {
        message: 'completedDateTime is before createdDateTime',
        expected: `${String(action.createdDateTime)} (createdDateTime) or later`,
        received: preview(action.completedDateTime),
        at: `${at}/completedDateTime`,
        exchange,
      });
    }
  },
});

function withBothDates(shown: readonly SeenAction[]): readonly SeenAction[] {
  return shown.filter(
    ({ action }) => instant(action.createdDateTime) !== undefined && instant(action.completedDateTime) !== undefined,
  );
}
