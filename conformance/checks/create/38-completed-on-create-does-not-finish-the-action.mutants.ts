import type { OperationStatus } from '../../../generated/lifecycle.js';
import { isFinal } from '../../model/lifecycle.js';
import { enterStatus } from '../../reference/action/history.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { keeps, makes } from '../../selftest/mutants/create/create.js';
import type { Json } from '../../selftest/server/wire.js';

/** A create that brings the action to the status that was sent, where that passes `wanted`. */
function adoptsStatus(wanted: (status: OperationStatus, sent: Json) => boolean): Difference {
  return makes((action, sent) => {
    const status = sent.status as OperationStatus | null | undefined;
    if (!status || !wanted(status, sent)) return {};
    return { ...enterStatus(action, status, { at: Date.parse(action.createdDateTime) + 1, author: action }) };
  });
}

export const mutants = [
  mutant(
    'CREATE-38',
    'a new action takes any status that is sent',
    adoptsStatus(() => true),
  ),
  mutant(
    'CREATE-38',
    'a new action takes a final status that comes with a completedDateTime',
    adoptsStatus((status, { completedDateTime }) => isFinal(status) && Boolean(completedDateTime)),
  ),
  mutant(
    'CREATE-38',
    'a new action is stored as Completed when that is sent, and answered as NotStarted',
    keeps((action, { status }) =>
      status === 'Completed'
        ? { ...enterStatus(action, status, { at: Date.parse(action.createdDateTime) + 1, author: action }) }
        : {},
    ),
  ),
];
