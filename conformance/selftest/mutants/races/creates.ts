import { AsyncLocalStorage } from 'node:async_hooks';
import type { Difference, MakesDifference } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';
import { pausing } from './racing.js';

/** A create that reads something when its request comes and goes on with it some milliseconds later. */
export function readsFirst<T>(
  read: () => T,
  behaviour: (early: () => T | undefined) => Difference['behaviour'],
): Difference {
  const turns = new AsyncLocalStorage<T>();
  const pause = pausing();
  return {
    fetch: (inner) => async (request) => {
      if (operationOf(request) !== 'create') return inner(request);
      const early = read();
      await pause();
      return turns.run(early, () => inner(request));
    },
    behaviour: behaviour(() => turns.getStore()),
  };
}

/** The ids of all actions are one document, which a create reads and writes back with its own id. */
export function oneIndex(found: 'by their id' | 'in the list'): MakesDifference {
  return () => {
    let index: ReadonlySet<string> = new Set();
    return readsFirst(
      () => index,
      (early) => (right) => ({
        save: (collection, action, operation) => {
          if (operation === 'create') index = new Set([...(early() ?? index), action.id]);
          return right.save(collection, action, operation);
        },
        ...(found === 'by their id'
          ? {
              lookUp: (collection, id, operation) =>
                index.has(id) ? right.lookUp(collection, id, operation) : undefined,
            }
          : {
              arrange: (actions, query) =>
                right.arrange(
                  actions.filter(({ id }) => index.has(id)),
                  query,
                ),
            }),
      }),
    );
  };
}
