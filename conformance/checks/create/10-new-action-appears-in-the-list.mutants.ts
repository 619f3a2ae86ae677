import { mutant } from '../../selftest/mutant.js';
import { oneIndex } from '../../selftest/mutants/races/creates.js';
import { racing } from '../../selftest/mutants/races/racing.js';

export const mutants = [
  mutant(
    'CREATE-10',
    'the list leaves out what has not begun',
    {
      behaviour: (right) => ({
        arrange: (actions, query) =>
          right.arrange(
            actions.filter(({ status }) => status !== 'NotStarted'),
            query,
          ),
      }),
    },
    { alsoFails: ['RESOURCE-18', 'LIST-17', 'AUTH-5'] },
  ),
  mutant(
    'CREATE-10',
    'an action is listed when it was changed',
    {
      behaviour: (right) => ({
        arrange: (actions, query) =>
          right.arrange(
            actions.filter(({ createdDateTime, lastActionDateTime }) => createdDateTime !== lastActionDateTime),
            query,
          ),
      }),
    },
    { alsoFails: ['RESOURCE-18', 'LIST-17', 'AUTH-5'] },
  ),
  racing('CREATE-10', 'creates at the same time write back a list without each other', oneIndex('in the list')),
  mutant(
    'CREATE-10',
    'a filter finds an action by the context that it was created with',
    () => {
      const first = new Map<string, string | null>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            first.set(before.id, first.get(before.id) ?? before.clientContext);
            return right.applyPatch(before, patch, change);
          },
          arrange: (actions, query) => {
            const indexed = actions.map((action) => ({
              ...action,
              clientContext: first.get(action.id) ?? action.clientContext,
            }));
            return right.arrange(indexed, query);
          },
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
];
