import { isFinal } from '../../model/lifecycle.js';
import type { Caller } from '../identity/caller.js';
import type { Action } from './action.js';
import { enterStatus } from './history.js';

/**
 * The action after a cancel: an unfinished one ends as Failed with an error that says it was cancelled (LIFECYCLE-13, CANCEL-9); what the
 * client wrote stays (CANCEL-15). A finished one is returned as it is (LIFECYCLE-14), so that a repeated cancel does no harm (CANCEL-12).
 */
export function cancel(action: Action, { caller, at }: { caller: Caller; at: number }): Action {
  if (isFinal(action.status)) return action;
  const errorInfo = { code: 2, message: 'The action was cancelled before it was finished.', subcode: 0 };
  return enterStatus(action, 'Failed', { at, author: caller, errorInfo });
}
