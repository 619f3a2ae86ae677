import type { OperationStatus } from '../../../generated/lifecycle.js';
import { isFinal } from '../../model/lifecycle.js';
import type { Action, ResultInfo, State } from './action.js';
import { timestamp } from './instant.js';

/** Who causes a change of status; both null for the server itself. */
export type Author = Pick<State, 'appId' | 'user'>;

/** The server as author of its own steps. */
export const server: Author = { appId: null, user: null };

const unexplained: ResultInfo = { code: 1, message: 'The action failed, and no reason was reported.', subcode: 0 };

/**
 * The action one step further, at `at` (milliseconds since 1970): one entry more in its history, the earlier ones untouched
 * (LIFECYCLE-6, LIFECYCLE-7), with the time of its end (LIFECYCLE-8) and the reason of its failure (LIFECYCLE-9) where it ends.
 */
export function enterStatus(
  action: Action,
  status: OperationStatus,
  { at, author, errorInfo = unexplained }: { at: number; author: Author; errorInfo?: ResultInfo | undefined },
): Action {
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
