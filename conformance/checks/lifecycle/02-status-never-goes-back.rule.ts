import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { ActionAt } from '../../engine/judge/observation.js';
import { isBackwards, isStatus } from '../../model/lifecycle.js';
import { hasChanged, sureOrder } from './_pairs.js';

export default rule('LIFECYCLE-2', {
  over: 'timeline',
  unseen: 'no response showed an action with a changed status',
  where: (timeline) => hasChanged(withStatus(timeline), ({ action }) => action.status, Object.is),
  check: (timeline) => {
    for (const [before, { action, at, exchange }] of sureOrder(withStatus(timeline))) {
      const [from, to] = [before.action.status, action.status];
      if (!isStatus(from) || !isStatus(to)) continue;
      const expected = `${preview(from)}, which an earlier response showed, or a status after it`;
      expectThat(!isBackwards(from, to), { expected, received: preview(to), at: `${at}/status`, exchange });
    }
  },
});

function withStatus(timeline: readonly ActionAt[]): readonly ActionAt[] {
  return timeline.filter(({ action }) => isStatus(action.status));
}
