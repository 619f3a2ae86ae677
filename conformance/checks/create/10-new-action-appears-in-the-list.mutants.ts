import { mutant } from '../../selftest/mutant.js';
import { laterOn } from '../../selftest/mutants/late.js';
import { oneIndex } from '../../selftest/mutants/races/creates.js';
import { racing } from '../../selftest/mutants/races/racing.js';

export const mutants = [
  mutant(
    'CREATE-10',
    'the list omits actions that are not started',
    {
      behaviour: (right) => ({
        arrange: (actions, query) =>
          right.arrange(
            actions.filter(({ status }) => status !== 'NotStarted'),
            query,
          ),
      }),
    },
    { alsoFails: ['AUTH-5'] },
  ),
  mutant(
    'CREATE-10',
    'the list omits actions that were never updated',
    {
      behaviour: (right) => ({
        arrange: (actions, query) =>
          right.arrange(
            actions.filter(({ createdDateTime, lastActionDateTime }) => createdDateTime !== lastActionDateTime),
            query,
          ),
      }),
    },
    { alsoFails: ['AUTH-5'] },
  ),
  racing('CREATE-10', 'concurrent creates overwrite the stored list', oneIndex('in the list')),
  mutant(
    'CREATE-10',
    'a filter compares the original clientContext of an updated action',
    () => {
      const original = new Map<string, string | null>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            original.set(before.id, original.get(before.id) ?? before.clientContext);
            return right.applyPatch(before, patch, change);
          },
          arrange: (actions, query) => {
            const indexed = actions.map((action) => ({
              ...action,
              clientContext: original.get(action.id) ?? action.clientContext,
            }));
            return right.arrange(indexed, query);
          },
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
  mutant(
    'CREATE-10',
    'one in nine actions vanishes from the list later',
    () => {
      const { difference, isLate } = laterOn();
      return {
        behaviour: (right) => ({
          ...difference(right),
          arrange: (actions, query) =>
            right.arrange(
              actions.filter(({ id }, index) => !(index % 9 === 0 && isLate(id))),
              query,
            ),
        }),
      };
    },
    { foundBy: 'audit' },
  ),
];
