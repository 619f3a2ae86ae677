import type { StoredAction } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { cutsPages, readsOptions } from '../../selftest/mutants/list/list.js';
import type { MakesDifference } from '../../selftest/server/difference.js';
import { editJson, on } from '../../selftest/server/wire.js';

/** Counts all actions, whatever the filter. */
const countsAll: MakesDifference = () => {
  let all: readonly StoredAction[] = [];
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
    '@odata.count is a string',
    {
      fetch: editJson(on('list', 200), (page) =>
        '@odata.count' in page ? { ...page, '@odata.count': String(page['@odata.count']) } : page,
      ),
    },
    { alsoFails: ['LIST-15'] },
  ),
  mutant('LIST-14', '@odata.count ignores $filter', countsAll, { alsoFails: ['LIST-15'] }),
  mutant('LIST-14', '@odata.count is absent when it is zero', {
    fetch: editJson(on('list', 200), ({ '@odata.count': count, ...page }) =>
      count ? { ...page, '@odata.count': count } : page,
    ),
  }),
  mutant(
    'LIST-14',
    '@odata.count is one too low',
    cutsPages(({ total }) => ({ total: Math.max(0, total - 1) })),
    { alsoFails: ['LIST-15'] },
  ),
  mutant(
    'LIST-14',
    '$count is honoured only beside $top',
    readsOptions((options) => !options.has('$top') && options.delete('$count')),
  ),
  mutant('LIST-14', '$count is declared and ignored', {
    ...readsOptions((options) => options.delete('$count')),
    declared: { offers: ['count'] },
  }),
];
