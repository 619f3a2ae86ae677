import type { OperationStatus } from '../../../generated/lifecycle.js';
import { isFinal } from '../../model/lifecycle.js';
import type { ResultInfo, State, StoredAction } from './action.js';
import { timestamp } from './instant.js';

/** The caller that caused a change of status; both members are null when the server caused it. */
export type Author = Pick<State, 'appId' | 'user'>;

/** The author of a change that the server makes by itself. */
export const server: Author = { appId: null, user: null };

const noReasonGiven: ResultInfo = { code: 1, message: 'The action failed and no reason was given.', subcode: 0 };

/**
 * The action after it takes a status at `at` (milliseconds since 1970). Adds one entry to the history and changes no earlier entry
 * (LIFECYCLE-6, LIFECYCLE-7). A final status sets the completion date (LIFECYCLE-8), and Failed sets the error (LIFECYCLE-9).
 */
export function enterStatus(
  action: StoredAction,
  status: OperationStatus,
  { at, author, errorInfo = noReasonGiven }: { at: number; author: Author; errorInfo?: ResultInfo | undefined },
): StoredAction {
  const updatedDateTime = timestamp(at);
  return {
    ...action,
    status,
    completedDateTime: isFinal(status) ? updatedDateTime : null,
    errorInfo: status === 'Failed' ? errorInfo : null,
    lastActionDateTime: updatedDateTime,
    states: [...action.states, { appId: author.appId, status, updatedDateTime, user: author.user }],
  };
}
