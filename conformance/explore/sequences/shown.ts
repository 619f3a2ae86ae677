import type { Exchange } from '../../engine/evidence/exchange.js';
import { preview } from '../../engine/evidence/preview.js';
import type { Action } from '../../engine/world/world.js';
import { hasHistory, statesLater, statesShowing, statesShown } from '../../model/action-model.js';
import { instant } from '../../model/instant.js';
import { isBackwards, isFinalStatus, isStatus } from '../../model/lifecycle.js';
import { continues, historyOf, shownAction } from '../../model/shown-action.js';
import type { Discrepancy } from './discrepancy.js';
import { brokenRequirement, type TrackedAction, trackedAction } from './tracked-action.js';
import { changedValues, wrongValues } from './values.js';

/** An action in a response that was compared with the model. */
export interface CheckedAction {
  readonly wrong: readonly Discrepancy[];
  /** What is known of the action now. */
  readonly tracked: TrackedAction;
}

/** Compares an action in a response with every state that the model allows, and keeps the states that agree with it. */
export function checkShown(tracked: TrackedAction, action: Action, exchange: Exchange): CheckedAction {
  const wrong = [
    ...wrongStatus(tracked, action, exchange),
    ...wrongHistory(tracked, action, exchange),
    ...wrongValues(tracked, action, exchange),
    ...changedValues(tracked, action, exchange),
    ...wrongLastChange(tracked, action, exchange),
  ];
  const remaining = statesShowing(statesLater(tracked.states, false), shownAction(action));
  return { wrong, tracked: trackedAction(action, remaining.length > 0 ? remaining : undefined) };
}

function wrongStatus(
  { states, shown, since }: TrackedAction,
  action: Action,
  exchange: Exchange,
): readonly Discrepancy[] {
  const [before, now] = [shown.status, shownAction(action)];
  const possible = statesLater(states, false);
  if (!now.status || statesShowing(possible, now).length > 0) return [];
  const unlessMoved = statesShowing(statesLater(states, true), now).length > 0;
  const back = isStatus(before) && isBackwards(before, now.status);
  const id = isFinalStatus(before)
    ? brokenRequirement(since, { cancel: 'LIFECYCLE-14', otherwise: 'LIFECYCLE-3' })
    : back
      ? 'LIFECYCLE-2'
      : brokenRequirement(since, {
          update: ({ status }) => (status ? 'LIFECYCLE-5' : 'UPDATE-5'),
          rejected: () => 'LIFECYCLE-15',
          otherwise: 'RESOURCE-18',
        });
  const expected = [...new Set(possible.map(({ status }) => preview(status)))].join(' or ');
  const message = 'no request explains the status of the action';
  return [{ id, message, expected, received: preview(now.status), at: '/status', exchange, unlessMoved }];
}

function wrongHistory(tracked: TrackedAction, action: Action, exchange: Exchange): readonly Discrepancy[] {
  if (!Array.isArray(tracked.shown.states) || !Array.isArray(action.states)) return [];
  const place = { at: '/states', exchange } as const;
  const [earlier, now] = [historyOf(tracked.shown), historyOf(action)];
  if (!continues(now, earlier)) {
    const message = 'the history does not begin with the entries that it had before';
    return [{ id: 'LIFECYCLE-7', message, expected: preview(earlier), received: preview(now), ...place }];
  }
  const [before, { status: to, history }] = [shownAction(tracked.shown), shownAction(action)];
  const from = before.status;
  if (!from || !to) return [];
  const explained = statesLater([...statesShown(before), ...tracked.states], true);
  if (explained.some((state) => state.status === to && hasHistory(state, history))) return [];
  const id =
    from !== to
      ? 'LIFECYCLE-6'
      : brokenRequirement(tracked.since, {
          update: ({ status }) => (status === to ? 'LIFECYCLE-12' : 'LIFECYCLE-6'),
          cancel: isFinalStatus(from) ? 'LIFECYCLE-14' : 'LIFECYCLE-6',
          rejected: () => 'LIFECYCLE-15',
          otherwise: 'LIFECYCLE-6',
        });
  const expected = from === to ? 'no new entry' : `one entry for each change from ${from} to ${to}`;
  const added = history.slice(earlier.length);
  const received = added.length === 0 ? 'no new entry' : `new entries ${added.map((one) => preview(one)).join(', ')}`;
  return [{ id, message: 'the history does not explain the status', expected, received, ...place }];
}

function wrongLastChange({ shown }: TrackedAction, action: Action, exchange: Exchange): readonly Discrepancy[] {
  const [last, now] = [instant(shown.lastActionDateTime), instant(action.lastActionDateTime)];
  if (last === undefined || now === undefined || now >= last) return [];
  const [expected, received] = [`${preview(shown.lastActionDateTime)} or later`, preview(action.lastActionDateTime)];
  const message = 'lastActionDateTime goes back';
  return [{ id: 'LIFECYCLE-10', message, expected, received, at: '/lastActionDateTime', exchange }];
}
