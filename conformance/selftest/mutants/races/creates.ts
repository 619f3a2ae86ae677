import { AsyncLocalStorage } from 'node:async_hooks';
import type { Difference, MakesDifference } from '../../server/difference.js';
import { operationOf } from '../../server/operation.js';
import { pausing } from './racing.js';

/** A create that reads a value when its request arrives and uses it a few milliseconds later. */
export function readsFirst<T>(
  read: () => T,
  behaviour: (early: () => T | undefined) => NonNullable<Difference['behaviour']>,
): Difference {
  const earlyReads = new AsyncLocalStorage<T>();
  const pause = pausing();
  return {
    fetch: (inner) => async (request) => {
      if (operationOf(request) !== 'create') return inner(request);
      const early = read();
      await pause();
      return earlyReads.run(early, () => inner(request));
    },
    behaviour: behaviour(() => earlyReads.getStore()),
  };
}

/** The ids of all actions are in one document, which a create reads and writes back with the new id. */
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
