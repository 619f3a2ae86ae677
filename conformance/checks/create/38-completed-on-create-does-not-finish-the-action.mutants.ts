import type { OperationStatus } from '../../../generated/lifecycle.js';
import { isFinal } from '../../model/lifecycle.js';
import { enterStatus } from '../../reference/action/history.js';
import { mutant } from '../../selftest/mutant.js';
import { keeps, makes } from '../../selftest/mutants/create/create.js';
import type { Difference } from '../../selftest/server/difference.js';
import type { Json } from '../../selftest/server/wire.js';

/** A create that sets the status from the client when it passes `wanted`. */
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
    'create adopts any status from the client',
    adoptsStatus(() => true),
  ),
  mutant(
    'CREATE-38',
    'create adopts a final status that is sent with completedDateTime',
    adoptsStatus((status, { completedDateTime }) => isFinal(status) && Boolean(completedDateTime)),
  ),
  mutant(
    'CREATE-38',
    'create returns NotStarted but stores Completed when the client sends it',
    keeps((action, { status }) =>
      status === 'Completed'
        ? { ...enterStatus(action, status, { at: Date.parse(action.createdDateTime) + 1, author: action }) }
        : {},
    ),
  ),
];
