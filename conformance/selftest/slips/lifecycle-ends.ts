import type { State } from '../../reference/action/action.js';
import { slip } from '../slip.js';
import { cancelled, isFinal, lets, patched, stored } from './_changes.js';

const earliest = '1970-01-01T00:00:00Z';
const errorInfo = { code: 2, message: 'Cancelled.', subcode: 0 };
const again = (states: readonly State[]) => [...states, ...states.slice(-1)];

export const slips = [
  slip(
    'LIFECYCLE-3',
    'a completed action can be cancelled',
    {
      behaviour: (right) => ({
        cancel: (action, change) =>
          right.cancel(action.status === 'Completed' ? { ...action, status: 'Running' } : action, change),
      }),
    },
    { relatives: ['CANCEL-13', 'LIFECYCLE-14'] },
  ),
  slip(
    'LIFECYCLE-3',
    'a completed action fails when its reason is changed',
    patched(
      (right, before) =>
        before.status === 'Completed' && right.actionReason !== before.actionReason && { status: 'Failed', errorInfo },
    ),
  ),
  slip(
    'LIFECYCLE-3',
    'a second cancel completes the action',
    cancelled((right, before) => before.status === 'Failed' && right === before && { status: 'Completed' }),
    { relatives: ['CANCEL-12', 'CANCEL-13', 'LIFECYCLE-14'] },
  ),
  slip(
    'LIFECYCLE-3',
    'a finished action can be put back to the beginning',
    lets((_, to) => to === 'NotStarted'),
    { relatives: ['LIFECYCLE-2', 'LIFECYCLE-4', 'LIFECYCLE-12'] },
  ),
  slip(
    'LIFECYCLE-8',
    'a failed action has no time of end',
    stored((action) => action.status === 'Failed' && { completedDateTime: null }),
    { relatives: ['RESOURCE-11'] },
  ),
  slip(
    'LIFECYCLE-8',
    'a cancelled action has no time of end',
    cancelled((_, before) => ({ completedDateTime: before.completedDateTime })),
    { relatives: ['RESOURCE-11'] },
  ),
  slip(
    'LIFECYCLE-8',
    'the time of end is never set',
    stored((action) => action.status === 'Completed' && { completedDateTime: earliest }),
    { relatives: ['RESOURCE-10', 'UPDATE-16'] },
  ),
  slip(
    'LIFECYCLE-8',
    'an action that never ran has no time of end',
    patched(
      (right, before) => before.status === 'NotStarted' && right.status === 'Completed' && { completedDateTime: null },
    ),
    { relatives: ['RESOURCE-11'] },
  ),
  slip(
    'LIFECYCLE-9',
    'a cancelled action has no error',
    cancelled((_, before) => ({ errorInfo: before.errorInfo })),
    { relatives: ['RESOURCE-12'] },
  ),
  slip(
    'LIFECYCLE-9',
    'an action that ran has no error when it fails',
    patched((right, before) => before.status === 'Running' && right.status === 'Failed' && { errorInfo: null }),
    { relatives: ['RESOURCE-12'] },
  ),
  slip(
    'LIFECYCLE-9',
    'a change of the reason clears the error',
    patched((right, before) => right.actionReason !== before.actionReason && { errorInfo: null }),
    { relatives: ['RESOURCE-12'] },
  ),
  slip(
    'LIFECYCLE-13',
    'a cancel of a running action is accepted and forgotten',
    cancelled((_, before) => before.status === 'Running' && before),
  ),
  slip(
    'LIFECYCLE-13',
    'a cancel only says so in the error',
    cancelled((right, before) => ({ ...before, errorInfo: right.errorInfo })),
    { relatives: ['SURFACE-11'] },
  ),
  slip(
    'LIFECYCLE-14',
    'a second cancel is added to the history',
    cancelled((right, before) => before.status === 'Failed' && { states: again(right.states) }),
  ),
  slip(
    'LIFECYCLE-14',
    'a cancel of a completed action leaves an error',
    cancelled((_, before) => before.status === 'Completed' && { errorInfo }),
  ),
  slip('LIFECYCLE-14', 'a cancel of a finished action sets its time of end anew', {
    behaviour: (right) => ({
      cancel: (action, change) =>
        isFinal(action)
          ? { ...action, completedDateTime: new Date(change.at + 60_000).toISOString() }
          : right.cancel(action, change),
    }),
  }),
];
