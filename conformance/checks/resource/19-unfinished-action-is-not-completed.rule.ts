import { rule } from '../../engine/check.js';
import type { Exchange } from '../../engine/evidence/exchange.js';
import { expectEqual } from '../../engine/judge/expect.js';
import type { SeenAction, Timeline } from '../../engine/judge/observation.js';
import { finalStatuses, isFinal, isStatus } from '../../model/lifecycle.js';
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

/** An action that was finished before keeps its time of completion when it wrongly becomes unfinished, which LIFECYCLE-4 judges. */
function unfinished({ shown, requests }: Timeline): readonly SeenAction[] {
  const finished = shown.filter(({ action: { status } }) => isStatus(status) && isFinal(status));
  const until = Math.min(
    ...finished.map(({ exchange }) => exchange.endedAt),
    ...requests.filter(mayFinish).map(({ startedAt }) => startedAt),
  );
  return shown.filter(
    ({ action: { status }, exchange: { operation, endedAt } }) =>
      (operation === 'get' || operation === 'list') && isStatus(status) && endedAt < until,
  );
}

function mayFinish({ operation, request }: Exchange): boolean {
  return operation === 'cancel' || (operation === 'update' && finalStatuses.some((one) => request.body?.includes(one)));
}
