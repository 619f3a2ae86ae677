import { Refusal } from '../../reference/refusal.js';
import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { cut } from '../../selftest/mutants/list/list.js';
import { number } from '../../selftest/mutants/list/numbers.js';

/** Actions are skipped before they are filtered. */
const skipsFirst: Difference = {
  behaviour: (right) => ({
    arrange: (actions, query) => right.arrange(actions.slice(query.skiptoken ? 0 : query.skip), query),
    selectPage: (arranged, query, at) => right.selectPage(arranged, { ...query, skip: 0 }, at),
  }),
};

export const mutants = [
  mutant(
    'LIST-11',
    '$skip counts from one',
    number('$skip', (skip) => Math.max(0, skip - 1)),
    { alsoFails: ['LIST-12'] },
  ),
  mutant(
    'LIST-11',
    '$skip is one too many',
    number('$skip', (skip) => skip + 1),
    { alsoFails: ['LIST-12'] },
  ),
  mutant('LIST-11', 'actions are skipped before they are filtered', skipsFirst, { alsoFails: ['LIST-12'] }),
  mutant(
    'LIST-11',
    'who skips all begins anew',
    cut((_, { arranged, query, offset, size }) =>
      query.skiptoken || offset < arranged.length ? {} : { actions: arranged.slice(0, size) },
    ),
  ),
  mutant(
    'LIST-11',
    'who skips more than there are crashes',
    {
      behaviour: (right) => ({
        selectPage: (arranged, query, at) => {
          if (query.skip > arranged.length) throw new Refusal(500, 'The service failed.');
          return right.selectPage(arranged, query, at);
        },
      }),
    },
    { alsoFails: ['LIST-15'] },
  ),
];
