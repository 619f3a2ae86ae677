import type { StoredAction } from '../../../reference/action/action.js';
import type { Difference } from '../../server/difference.js';

/** The n-th cancel of an action has another effect. */
export function nthCancel(count: number, instead: (action: StoredAction) => StoredAction): () => Difference {
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
