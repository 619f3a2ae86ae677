import type { Difference, MakesDifference } from '../server/difference.js';
import { idIn, operationOf } from '../server/operation.js';
import { editJson, type Json, on } from '../server/wire.js';

/** Replaces an action in the first list that shows it. Later lists are right, so that a check which reads again misses the defect. */
export function inFirstList(replace: (action: Json) => readonly Json[]): () => Difference {
  return () => {
    const listed = new Set<unknown>();
    return {
      fetch: editListed((action) => {
        const isFirst = !listed.has(action.id);
        listed.add(action.id);
        return isFirst ? replace(action) : [action];
      }),
    };
  };
}

/** Leaves the action of a rejected request out of the list for 200 ms. */
export const missingAfterRejection: MakesDifference = () => {
  const until = new Map<unknown, number>();
  const hide = editListed((action) => ((until.get(action.id) ?? 0) > performance.now() ? [] : [action]));
  return {
    fetch: (inner) => {
      const handler = hide(inner);
      return async (request) => {
        const [operation, id] = [operationOf(request), idIn(request)];
        const response = await handler(request);
        if (response.status >= 400 && (operation === 'update' || operation === 'cancel'))
          until.set(id, performance.now() + 200);
        return response;
      };
    },
  };
};

/** Lists each action only the second time, and each rejected create in the next three lists, with what was sent. */
export const listsRejectedOnce: MakesDifference = () => {
  let rejected: { readonly action: Json; readonly lists: number }[] = [];
  const behind = inFirstList(() => [])().fetch;
  const adds = editJson(on('list', 200), ({ value, ...page }) => {
    const shown = rejected.map(({ action }) => action);
    // More than one list, because the other input of the case lists at the same time.
    rejected = rejected.flatMap(({ action, lists }) => (lists > 1 ? [{ action, lists: lists - 1 }] : []));
    return { ...page, value: [...(value as Json[]), ...shown] };
  });
  return {
    fetch: (inner) => {
      const handler = adds(behind?.(inner) ?? inner);
      return async (request) => {
        const copy = request.clone();
        const response = await handler(request);
        if (response.status !== 400 || operationOf(copy) !== 'create') return response;
        const [, actionReason] = /"actionReason":"([^"]*)"/.exec(await copy.text()) ?? [];
        if (actionReason) rejected.push({ action: { id: crypto.randomUUID(), actionReason }, lists: 3 });
        return response;
      };
    },
  };
};

function editListed(edit: (action: Json) => readonly Json[]): NonNullable<Difference['fetch']> {
  return editJson(on('list', 200), ({ value, ...page }) => ({ ...page, value: (value as Json[]).flatMap(edit) }));
}
