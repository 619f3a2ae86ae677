import { Rejection } from '../../reference/rejection.js';
import { mutant } from '../../selftest/mutant.js';
import { cutsPages, readsOption, readsOptions } from '../../selftest/mutants/list/list.js';
import { readsNumber } from '../../selftest/mutants/list/numbers.js';
import type { Difference } from '../../selftest/server/difference.js';

/** Applies `$skip` before `$filter`. */
const skipsBeforeFilter: Difference = {
  behaviour: (right) => ({
    arrange: (actions, query) => right.arrange(actions.slice(query.skiptoken ? 0 : query.skip), query),
    selectPage: (arranged, query, at) => right.selectPage(arranged, { ...query, skip: 0 }, at),
  }),
};

export const mutants = [
  mutant(
    'LIST-11',
    '$skip omits one element too few',
    readsNumber('$skip', (skip) => Math.max(0, skip - 1)),
    { alsoFails: ['LIST-12'] },
  ),
  mutant(
    'LIST-11',
    '$skip omits one element too many',
    readsNumber('$skip', (skip) => skip + 1),
    { alsoFails: ['LIST-12'] },
  ),
  mutant('LIST-11', '$skip applies before $filter', skipsBeforeFilter, { alsoFails: ['LIST-12'] }),
  mutant(
    'LIST-11',
    '$skip of all elements returns the first page',
    cutsPages((_, { arranged, query, offset, size }) =>
      query.skiptoken || offset < arranged.length ? {} : { actions: arranged.slice(0, size) },
    ),
  ),
  mutant(
    'LIST-11',
    '$skip past the last element returns 500',
    {
      behaviour: (right) => ({
        selectPage: (arranged, query, at) => {
          if (query.skip > arranged.length) throw new Rejection(500, 'The service failed.');
          return right.selectPage(arranged, query, at);
        },
      }),
    },
    { alsoFails: ['LIST-15'] },
  ),
  mutant(
    'LIST-11',
    '$skip is honoured only beside $top',
    readsOptions((options) => !options.has('$top') && options.delete('$skip')),
  ),
  mutant(
    'LIST-11',
    '$skip=1 is ignored',
    readsOption('$skip', (skip) => (skip === '1' ? undefined : skip)),
  ),
  mutant('LIST-11', '$skip is declared and ignored', {
    ...readsOption('$skip', () => undefined),
    declared: { offers: ['skip'] },
  }),
];
