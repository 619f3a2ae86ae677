import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { SeenAction } from '../../engine/judge/observation.js';
import { isBackwards, isStatus } from '../../model/lifecycle.js';
import { hasChanged, sureOrder } from './_pairs.js';

export default rule('LIFECYCLE-2', {
  over: 'timeline',
  unseen: 'no response showed an action with a changed status',
  where: ({ shown }) => hasChanged(withStatus(shown), ({ action }) => action.status, Object.is),
  check: ({ shown }) => {
    for (const [before, { action, at, exchange }] of sureOrder(withStatus(shown))) {
      const [from, to] = [before.action.status, action.status];
      if (!isStatus(from) || !isStatus(to)) continue;
      const expected = `${preview(from)}, which an earlier response showed, or a status after it`;
      expectThat(!isBackwards(from, to), { expected, received: preview(to), at: `${at}/status`, exchange });
    }
  },
});

function withStatus(shown: readonly SeenAction[]): readonly SeenAction[] {
  return shown.filter(({ action }) => isStatus(action.status));
}
