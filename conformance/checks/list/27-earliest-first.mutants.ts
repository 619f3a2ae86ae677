import { mutant } from '../../selftest/mutant.js';
import { readsOption } from '../../selftest/mutants/list/list.js';
import type { Difference } from '../../selftest/server/difference.js';

/** Lists begin with the newest action, unless they are sorted in descending order. */
const ignoresAscending: Difference = {
  behaviour: (right) => ({
    arrange: (actions, query) => right.arrange(actions.toReversed(), query),
    parseListQuery: (parameters) => {
      const options = new URLSearchParams(parameters);
      if (options.get('$orderby') === 'createdDateTime') options.delete('$orderby');
      return right.parseListQuery(options);
    },
  }),
};

export const mutants = [
  mutant('LIST-27', '$orderby without a direction is ignored', ignoresAscending),
  mutant('LIST-27', '$orderby with asc is ignored', {
    behaviour: (right) => ({
      arrange: (actions, query) => right.arrange(actions.toReversed(), query),
      parseListQuery: (parameters) => {
        const options = new URLSearchParams(parameters);
        if (options.get('$orderby') === 'createdDateTime asc') options.delete('$orderby');
        return right.parseListQuery(options);
      },
    }),
  }),
  mutant(
    'LIST-27',
    '$orderby without a direction sorts in descending order',
    readsOption('$orderby', (order) => (/ (asc|desc)$/.test(order) ? order : `${order} desc`)),
    { alsoFails: ['LIST-20'] },
  ),
];
