import { mutant } from '../../selftest/mutant.js';
import { cut, wide } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-3',
    'the last element of a page is the first of the next one',
    wide(
      cut(({ actions }, { arranged, query, offset }) =>
        query.skiptoken ? { actions: [...arranged.slice(offset - 1, offset), ...actions] } : {},
      ),
    ),
    { alsoFails: ['LIST-6', 'LIST-8', 'LIST-19'] },
  ),
  mutant(
    'LIST-3',
    'a table of parameters is joined, and an action comes once for each',
    {
      behaviour: (right) => ({
        arrange: (actions, query) =>
          right.arrange(actions, query).flatMap((action) => [action, ...action.states.slice(0, 1).map(() => action)]),
      }),
    },
    { alsoFails: ['LIST-20', 'LIST-19'] },
  ),
  mutant(
    'LIST-3',
    'further pages are read from an index in another order',
    wide({
      behaviour: (right) => ({
        arrange: (actions, query) => {
          const arranged = right.arrange(actions, query);
          return query.order || !query.skiptoken ? arranged : arranged.toReversed();
        },
      }),
    }),
    { alsoFails: ['LIST-7'] },
  ),
  mutant(
    'LIST-3',
    'a context that is written again is indexed again, and listed twice',
    () => {
      const again = new Set<string>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            if (patch.clientContext && patch.clientContext === before.clientContext) again.add(before.id);
            return right.applyPatch(before, patch, change);
          },
          arrange: (actions, query) => {
            const indexed = actions.flatMap((action) => (again.has(action.id) ? [action, action] : [action]));
            return right.arrange(indexed, query);
          },
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
];
