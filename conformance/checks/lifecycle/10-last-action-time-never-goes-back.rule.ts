import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { SeenAction } from '../../engine/judge/observation.js';
import { instant, millisecond } from '../../model/instant.js';
import { hasChanged, sureOrder } from './_pairs.js';

export default rule('LIFECYCLE-10', {
  over: 'timeline',
  unseen: 'no response showed an action with a changed `lastActionDateTime`',
  where: ({ shown }) => hasChanged(dated(shown), ({ action }) => instant(action.lastActionDateTime), Object.is),
  check: ({ shown }) => {
    for (const [before, { action, at, exchange }] of sureOrder(dated(shown))) {
      const earlier = instant(before.action.lastActionDateTime);
      const later = instant(action.lastActionDateTime);
      const holds = earlier !== undefined && later !== undefined && later + millisecond > earlier;
      const expected = `${preview(before.action.lastActionDateTime)}, which an earlier response showed, or later`;
      expectThat(holds, {
        expected,
        received: preview(action.lastActionDateTime),
        at: `${at}/lastActionDateTime`,
        exchange,
      });
    }
  },
});

function dated(shown: readonly SeenAction[]): readonly SeenAction[] {
  return shown.filter(({ action }) => instant(action.lastActionDateTime) !== undefined);
}
