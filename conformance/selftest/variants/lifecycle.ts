import { isDeepStrictEqual } from 'node:util';
import { isFinal } from '../../model/lifecycle.js';
import type { Action } from '../../reference/action/action.js';
import { enterStatus, server } from '../../reference/action/history.js';
import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../server/difference.js';
import { variant } from '../variant.js';

/** Cancel is heard at once and carried out later. */
function later(afterMs: number, end: 'Completed' | 'Failed'): () => Difference {
  return () => {
    const due = new Map<string, number>();
    return {
      // The setting makes the list ask as well whether steps have fallen due.
      options: { advanceAfter: 1 },
      behaviour: (right) => ({
        // By a clock of its own, as that of the server may tick in seconds.
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

/** Cancel of a finished action is refused. */
function cancelRefused(status: 400 | 409): Difference {
  return {
    behaviour: (right) => ({
      cancel: (action, context) => {
        if (isFinal(action.status)) throw new Refusal(status, 'The action is finished.');
        return right.cancel(action, context);
      },
    }),
  };
}

const history = (change: (action: Action) => Action): Difference => ({
  behaviour: (right) => ({ newAction: (body, context) => change(right.newAction(body, context)) }),
});

export const variants = [
  variant(
    'a new action has no history',
    'first entry',
    history((action) => ({ ...action, states: [] })),
  ),
  variant(
    'a new action is Running already',
    'first status',
    history((action) =>
      enterStatus(action, 'Running', { at: Date.parse(action.createdDateTime), author: { appId: null, user: null } }),
    ),
  ),
  variant('cancel ends an action as Completed', 'cancel', {
    behaviour: () => ({
      cancel: (action, { caller, at }) =>
        isFinal(action.status) ? action : enterStatus(action, 'Completed', { at, author: caller }),
    }),
  }),
  variant('cancel ends an action a moment later', ['cancel', 'progress'], later(25, 'Failed')),
  variant('cancel ends an action later, as Completed', ['cancel', 'progress'], later(120, 'Completed')),
  variant('cancel of a finished action is refused with 409', 'cancel of finished', cancelRefused(409)),
  variant('cancel of a finished action is refused with 400', 'cancel of finished', cancelRefused(400)),
  variant('a finished action cannot be edited', ['finished', 'last action'], {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => {
        const after = right.applyPatch(action, patch, change);
        if (isFinal(action.status) && !isDeepStrictEqual(after, action))
          throw new Refusal(409, 'The action is finished.');
        return after;
      },
    }),
  }),
  variant('what a client says of the end is ignored', 'end', {
    behaviour: (right) => ({
      applyPatch: (action, { completedDateTime: _, errorInfo: __, ...patch }, change) =>
        right.applyPatch(action, patch, change),
    }),
  }),
  variant('every PATCH moves lastActionDateTime', 'last action', {
    behaviour: (right) => ({
      applyPatch: (action, patch, change) => ({
        ...right.applyPatch(action, patch, change),
        lastActionDateTime: new Date(change.at).toISOString(),
      }),
    }),
  }),
  variant('actions move by themselves, at once', 'progress', {
    options: { advanceAfter: 1 },
    run: { settleMs: 1_000 },
  }),
  variant('actions move by themselves, fast', 'progress', { options: { advanceAfter: 4 }, run: { settleMs: 1_000 } }),
  variant('actions move by themselves, in between', 'progress', {
    options: { advanceAfter: 25 },
    run: { settleMs: 1_000 },
  }),
  variant('actions move by themselves, slowly', 'progress', {
    options: { advanceAfter: 200 },
    run: { settleMs: 1_000 },
  }),
];
