import { mutant } from '../../selftest/mutant.js';
import { allowsTransition, cancelMakes, patchMakes } from '../../selftest/mutants/changes.js';
import { afterTheRun } from '../../selftest/mutants/late.js';
import { errorInfo } from '../../selftest/mutants/lifecycle/error-info.js';

export const mutants = [
  mutant(
    'LIFECYCLE-3',
    'a completed action can be cancelled',
    {
      behaviour: (right) => ({
        cancel: (action, change) =>
          right.cancel(action.status === 'Completed' ? { ...action, status: 'Running' } : action, change),
      }),
    },
    { alsoFails: ['CANCEL-13', 'LIFECYCLE-14'] },
  ),
  mutant(
    'LIFECYCLE-3',
    'a completed action fails when its reason is changed',
    patchMakes(
      (right, before) =>
        before.status === 'Completed' && right.actionReason !== before.actionReason && { status: 'Failed', errorInfo },
    ),
  ),
  mutant(
    'LIFECYCLE-3',
    'a second cancel completes the action',
    cancelMakes((right, before) => before.status === 'Failed' && right === before && { status: 'Completed' }),
    { alsoFails: ['CANCEL-12', 'CANCEL-13', 'LIFECYCLE-14'] },
  ),
  mutant(
    'LIFECYCLE-3',
    'a finished action can be set to NotStarted',
    allowsTransition((_, to) => to === 'NotStarted'),
    { alsoFails: ['LIFECYCLE-2', 'LIFECYCLE-4', 'LIFECYCLE-12'] },
  ),
  mutant(
    'LIFECYCLE-3',
    'one in five finished actions starts again later',
    afterTheRun((action, number) =>
      number % 5 === 0 && action.completedDateTime ? { ...action, status: 'Running', completedDateTime: null } : action,
    ),
    { foundBy: 'audit' },
  ),
  mutant(
    'LIFECYCLE-3',
    'one in five completed actions fails later',
    afterTheRun((action, number) =>
      number % 5 === 0 && action.status === 'Completed'
        ? { ...action, status: 'Failed', errorInfo: { code: 1, subcode: 1, message: 'late' } }
        : action,
    ),
    { foundBy: 'audit' },
  ),
];
