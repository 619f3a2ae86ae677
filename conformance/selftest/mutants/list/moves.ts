import type { StoredAction } from '../../../reference/action/action.js';
import type { Difference, MakesDifference } from '../../server/difference.js';
import { idIn } from '../../server/operation.js';
import { isFinished } from '../changes.js';

/** Actions move to the end of the list by these requests, if they are finished: when the request comes, or when it is rejected. */
export function movesInList(
  which: (request: Request) => boolean,
  when: 'always' | 'rejected' = 'always',
): MakesDifference {
  return (): Difference => {
    const moved: string[] = [];
    const toTheEnd = (actions: readonly StoredAction[]) => {
      const place = ({ id, ...action }: StoredAction) => (isFinished({ id, ...action }) ? moved.lastIndexOf(id) : -1);
      return actions.toSorted((a, b) => place(a) - place(b));
    };
    return {
      fetch: (inner) => async (request) => {
        const [counts, id] = [which(request), idIn(request)];
        const response = await inner(request);
        if (counts && (when === 'always' || response.status >= 400)) moved.push(id);
        return response;
      },
      behaviour: (right) => ({ arrange: (actions, ...rest) => toTheEnd(right.arrange(actions, ...rest)) }),
    };
  };
}
