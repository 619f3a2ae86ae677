import type { StoredAction } from '../../reference/action/action.js';
import type { Behaviour } from '../../reference/behaviour.js';
import type { Difference } from '../server/difference.js';

/** Milliseconds without a request about an action after which its defect shows. No case waits that long. */
const lateMs = 900;

/** Notes when an action was last requested or written, so that a defect shows only later. */
export function laterOn(): {
  readonly isLate: (id: string) => boolean;
  readonly difference: (right: Behaviour) => Partial<Behaviour>;
} {
  const touched = new Map<string, number>();
  const isLate = (id: string) => performance.now() - (touched.get(id) ?? 0) > lateMs;
  return {
    isLate,
    difference: (right) => ({
      save: (collection, action, by) => {
        touched.set(action.id, performance.now());
        return right.save(collection, action, by);
      },
    }),
  };
}

/** Actions that were not written for a while differ in a get. `number` counts the actions; `undefined` is one that is gone. */
export function afterTheRun(
  late: (action: StoredAction, number: number) => StoredAction | undefined,
): () => Difference {
  return () => {
    const { isLate, difference } = laterOn();
    const numbers = new Map<string, number>();
    return {
      run: { settleMs: 1_000 },
      behaviour: (right) => ({
        ...difference(right),
        newAction: (body, context) => {
          numbers.set(context.id, numbers.size + 1);
          return right.newAction(body, context);
        },
        lookUp: (collection, id, by) => {
          const version = right.lookUp(collection, id, by);
          if (!version || by !== 'get' || !isLate(id)) return version;
          const action = late(version.action, numbers.get(id) ?? 0);
          return action && { ...version, action };
        },
      }),
    };
  };
}
