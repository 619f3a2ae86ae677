import type { OperationStatus } from '../../../generated/lifecycle.js';
import type { StoredAction } from './action.js';
import { enterStatus, server } from './history.js';
import { stamp } from './instant.js';

const next: Partial<Record<OperationStatus, OperationStatus>> = { NotStarted: 'Running', Running: 'Completed' };

/**
 * The action at `now`, if unfinished actions advance by one status every `advanceAfter` milliseconds. A step is dated at the time when it
 * was due, so that the result does not depend on when the action is read. Returns the same object when no step was due.
 */
export function advance(action: StoredAction, now: number, advanceAfter: number | undefined): StoredAction {
  const status = next[action.status];
  if (advanceAfter === undefined || status === undefined) return action;
  const since = Date.parse(action.states.at(-1)?.updatedDateTime ?? action.createdDateTime);
  const due = since + advanceAfter;
  if (now < due) return action;
  return advance(enterStatus(action, status, { at: stamp(action, due), author: server }), now, advanceAfter);
}
