import type { Action } from '../../reference/action/action.js';
import type { MakesDifference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { cut } from '../../selftest/mutants/list/list.js';
import { editJson, on } from '../../selftest/server/wire.js';

/** The count is that of all actions, whatever is filtered. */
const countsAll: MakesDifference = () => {
  let all: readonly Action[] = [];
  return {
    behaviour: (right) => ({
      arrange: (actions, query) => {
        all = actions;
        return right.arrange(actions, query);
      },
      selectPage: (arranged, query, at) => ({ ...right.selectPage(arranged, query, at), total: all.length }),
    }),
  };
};

export const mutants = [
  mutant(
    'LIST-14',
    'the count is a text',
    {
      fetch: editJson(on('list', 200), (page) =>
        '@odata.count' in page ? { ...page, '@odata.count': String(page['@odata.count']) } : page,
      ),
    },
    { alsoFails: ['LIST-15'] },
  ),
  mutant('LIST-14', 'all are counted, whatever is filtered', countsAll, { alsoFails: ['LIST-15'] }),
  mutant('LIST-14', 'nothing is not counted', {
    fetch: editJson(on('list', 200), ({ '@odata.count': count, ...page }) =>
      count ? { ...page, '@odata.count': count } : page,
    ),
  }),
  mutant(
    'LIST-14',
    'the count begins at zero',
    cut(({ total }) => ({ total: Math.max(0, total - 1) })),
    { alsoFails: ['LIST-15'] },
  ),
];
