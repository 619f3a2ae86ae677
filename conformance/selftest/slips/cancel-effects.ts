import type { Action } from '../../reference/action/action.js';
import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { cancelled } from './_changes.js';

/** A cancel that does something else the nth time that the same action is cancelled. */
function nth(count: number, instead: (action: Action) => Action): () => Difference {
  return () => {
    const cancels = new Map<string, number>();
    return {
      behaviour: (right) => ({
        cancel: (action, change) => {
          const times = (cancels.get(action.id) ?? 0) + 1;
          cancels.set(action.id, times);
          return times === count ? instead(action) : right.cancel(action, change);
        },
      }),
    };
  };
}

function fails(): never {
  throw new Error('The action is locked.');
}

export const slips = [
  slip(
    'CANCEL-8',
    'a cancelled action is gone',
    () => {
      const gone = new Set<string>();
      return {
        behaviour: (right) => ({
          cancel: (action, change) => {
            gone.add(action.id);
            return right.cancel(action, change);
          },
          lookUp: (collection, id, by) => (gone.has(id) && by === 'get' ? undefined : right.lookUp(collection, id, by)),
        }),
      };
    },
    { relatives: ['CANCEL-9', 'CANCEL-10', 'CANCEL-13', 'CANCEL-15', 'LIFECYCLE-3', 'LIFECYCLE-13', 'LIFECYCLE-14'] },
  ),
  slip(
    'CANCEL-8',
    'the error of a cancelled action has a text for a code',
    cancelled((right, before) => right !== before && { errorInfo: { code: 'cancelled', message: null } }),
    { relatives: ['RESOURCE-6', 'LIST-2'] },
  ),
  slip(
    'CANCEL-9',
    'a cancelled action has the status Cancelled',
    cancelled((right, before) => right !== before && { status: 'Cancelled' }),
    { relatives: ['SURFACE-11', 'RESOURCE-2', 'LIST-2', 'CANCEL-8', 'CANCEL-12', 'LIFECYCLE-13'] },
  ),
  slip(
    'CANCEL-9',
    'a cancelled action that ran has the status Aborted',
    cancelled((_, before) => before.status === 'Running' && { status: 'Aborted' }),
    { relatives: ['RESOURCE-2', 'LIST-2', 'CANCEL-8', 'CANCEL-12', 'LIFECYCLE-13'] },
  ),
  slip(
    'CANCEL-10',
    'a cancel of a new action begins it',
    cancelled((_, before) => before.status === 'NotStarted' && { status: 'Running' }),
    { relatives: ['SURFACE-11', 'LIFECYCLE-13'] },
  ),
  slip(
    'CANCEL-10',
    'a second cancel takes the first one back',
    nth(2, (action) => ({ ...action, status: 'Running' })),
    { relatives: ['CANCEL-12', 'CANCEL-13', 'LIFECYCLE-2', 'LIFECYCLE-3', 'LIFECYCLE-14'] },
  ),
  slip(
    'CANCEL-11',
    'a cancel sets the time of the last action to that of the creation',
    cancelled((right) => ({ lastActionDateTime: right.createdDateTime })),
    { relatives: ['LIFECYCLE-10', 'LIFECYCLE-11'] },
  ),
  slip('CANCEL-12', 'a second cancel is an error of the server', nth(2, fails), { relatives: ['CANCEL-13'] }),
  slip(
    'CANCEL-12',
    'a third cancel starts the action again',
    nth(3, (action) => ({ ...action, status: 'Running' })),
    { relatives: ['CANCEL-13', 'LIFECYCLE-2', 'LIFECYCLE-3', 'LIFECYCLE-14'] },
  ),
  slip(
    'CANCEL-15',
    'a cancel says so in the reason',
    cancelled((right, before) => right !== before && { actionReason: 'Cancelled' }),
  ),
  slip(
    'CANCEL-15',
    'a second cancel clears the pairs',
    nth(2, (action) => ({ ...action, parameters: [] })),
    { relatives: ['LIFECYCLE-14'] },
  ),
  slip(
    'CANCEL-15',
    'a cancel of a running action drops the sub-provider',
    cancelled(
      (_, before) =>
        before.status === 'Running' && {
          vendorInformation: { ...before.vendorInformation, subProvider: null },
        },
    ),
  ),
  slip(
    'CANCEL-15',
    'a cancel clears the context, as nobody waits any more',
    cancelled((right, before) => right !== before && { clientContext: null }),
  ),
];
