import { isDeepStrictEqual } from 'node:util';
import { isFinal } from '../../model/lifecycle.js';
import type { StoredAction } from '../../reference/action/action.js';
import { enterStatus, server } from '../../reference/action/history.js';
import { Rejection } from '../../reference/rejection.js';
import type { Difference } from '../server/difference.js';
import { variant } from '../variant.js';

/** A cancel that responds at once and ends the action later. */
export function cancelsLater(afterMs: number, end: 'Completed' | 'Failed'): () => Difference {
  return () => {
    const due = new Map<string, number>();
    return {
      // Makes lists call `advance` too.
      options: { advanceAfter: 1 },
      behaviour: (right) => ({
        // Not by the clock of the server, which may advance in seconds.
        advance: (action, now) =>
          isFinal(action.status) || performance.now() < (due.get(action.id) ?? Number.POSITIVE_INFINITY)
            ? action
            : enterStatus(action, end, { at: right.stamp(action, now), author: server }),
        cancel: (action) => {
          if (!due.has(action.id)) due.set(action.id, performance.now() + afterMs);
          return action;
        },
      }),
      run: { settleMs: 1_000 },
    };
  };
}

/** A cancel of a finished action is rejected. */
function rejectsLateCancel(status: 400 | 409): Difference {
  return {
    behaviour: (right) => ({
      cancel: (action, context) => {
        if (isFinal(action.status)) throw new Rejection(status, 'The action is finished.');
        return right.cancel(action, context);
      },
    }),
  };
}

const madeAs = (change: (action: StoredAction) => StoredAction): Difference => ({
  behaviour: (right) => ({ newAction: (body, context) => change(right.newAction(body, context)) }),
});

export const variants = [
  variant(
    'a new action has no history',
    'first entry',
    madeAs((action) => ({ ...action, states: [] })),
  ),
  variant(
    'a new action is Running',
    'first status',
    madeAs((action) =>
      enterStatus(action, 'Running', { at: Date.parse(action.createdDateTime), author: { appId: null, user: null } }),
    ),
  ),
  variant('cancel sets the status Completed', 'cancel', {
    behaviour: () => ({
      cancel: (action, { caller, at }) =>
        isFinal(action.status) ? action : enterStatus(action, 'Completed', { at, author: caller }),
    }),
  }),
  variant('cancel takes effect after 25 ms', ['cancel', 'progress'], cancelsLater(25, 'Failed')),
  variant(
    'cancel takes effect after 120 ms and sets the status Completed',
    ['cancel', 'progress'],
    cancelsLater(120, 'Completed'),
  ),
  variant('cancel of a finished action is rejected with 409', 'cancel of finished', rejectsLateCancel(409)),
  variant('cancel of a finished action is rejected with 400', 'cancel of finished', rejectsLateCancel(400)),
  variant('a finished action cannot be changed', ['finished', 'last action'], {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        const after = right.applyPatch(action, patch, change);
        if (isFinal(action.status) && !isDeepStrictEqual(after, action))
          throw new Rejection(409, 'The action is finished.');
        return after;
      },
    }),
  }),
  variant('a PATCH ignores completedDateTime and errorInfo', 'end', {
    behaviour: (right) => ({
      applyPatch: (action, { completedDateTime: _, errorInfo: __, ...patch }, change) =>
        right.applyPatch(action, patch, change),
    }),
  }),
  variant('every PATCH sets lastActionDateTime', 'last action', {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => ({
        ...right.applyPatch(action, patch, change),
        lastActionDateTime: new Date(change.at).toISOString(),
      }),
    }),
  }),
  variant('the server advances actions after 1 ms', 'progress', {
    options: { advanceAfter: 1 },
    run: { settleMs: 1_000 },
  }),
  variant('the server advances actions after 4 ms', 'progress', {
    options: { advanceAfter: 4 },
    run: { settleMs: 1_000 },
  }),
  variant('the server advances actions after 25 ms', 'progress', {
    options: { advanceAfter: 25 },
    run: { settleMs: 1_000 },
  }),
  variant('the server advances actions after 200 ms', 'progress', {
    options: { advanceAfter: 200 },
    run: { settleMs: 1_000 },
  }),
];
