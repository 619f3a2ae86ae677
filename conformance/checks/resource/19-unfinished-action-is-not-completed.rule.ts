import { rule } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import type { ActionAt } from '../../engine/judge/observation.js';
import { isFinal, isStatus } from '../../model/lifecycle.js';
import { isSetByServer } from './_set-by-server.js';

/** CREATE-42 judges the response to a create, and UPDATE-2 whether that to an update shows the action as it is. */
export default rule('RESOURCE-19', {
  over: 'timeline',
  where: (timeline) => isSetByServer(timeline, 'completedDateTime') && unfinished(timeline).length > 0,
  unseen: 'no get or list showed an unfinished action',
  check: (timeline) => {
    for (const { action, exchange, at } of unfinished(timeline))
      expectEqual(action.completedDateTime ?? null, null, `${at}/completedDateTime`, exchange);
  },
});

function unfinished(timeline: readonly ActionAt[]): readonly ActionAt[] {
  return timeline.filter(
    ({ action: { status }, exchange: { operation } }) =>
      (operation === 'get' || operation === 'list') && isStatus(status) && !isFinal(status),
  );
}
