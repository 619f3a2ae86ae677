import { isFinal } from '../../model/lifecycle.js';
import type { AuthenticatedCaller } from '../identity/caller.js';
import type { StoredAction } from './action.js';
import { enterStatus } from './history.js';

/**
 * The action after a cancel. An unfinished action becomes Failed with an error that says it was cancelled (LIFECYCLE-13, CANCEL-9);
 * the properties that the client wrote do not change (CANCEL-15). A finished action is returned unchanged (LIFECYCLE-14), so that a
 * repeated cancel has no effect (CANCEL-12).
 */
export function cancel(
  action: StoredAction,
  { caller, at }: { caller: AuthenticatedCaller; at: number },
): StoredAction {
  if (isFinal(action.status)) return action;
  const errorInfo = { code: 2, message: 'The action was cancelled before it finished.', subcode: 0 };
  return enterStatus(action, 'Failed', { at, author: caller, errorInfo });
}
