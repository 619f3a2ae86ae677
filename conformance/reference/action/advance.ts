import type { OperationStatus } from '../../../generated/lifecycle.js';
import type { Action } from './action.js';
import { enterStatus, server } from './history.js';
import { stamp } from './instant.js';

const next: Partial<Record<OperationStatus, OperationStatus>> = { NotStarted: 'Running', Running: 'Completed' };

/**
 * The action as it stands at `now` when an unfinished one takes a step by itself every `advanceAfter` milliseconds. Steps are dated when
 * they fell due, not when somebody looked, so that it makes no difference who reads when. The same action is returned when none fell due.
 */
export function advance(action: Action, now: number, advanceAfter: number | undefined): Action {
  const status = next[action.status];
  if (advanceAfter === undefined || status === undefined) return action;
  const since = Date.parse(action.states.at(-1)?.updatedDateTime ?? action.createdDateTime);
  const due = since + advanceAfter;
  if (now < due) return action;
  return advance(enterStatus(action, status, { at: stamp(action, due), author: server }), now, advanceAfter);
}
