import type { Action } from '../../reference/action/action.js';
import type { MakesDifference } from '../difference.js';
import { refused } from '../refused.js';
import { slip } from '../slip.js';
import { editJson, instead, on, rebuilt } from '../wire.js';
import { cut, refusesLists, valued, wide } from './_list.js';

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

export const slips = [
  slip(
    'LIST-14',
    'the count is a text',
    {
      fetch: editJson(on('list', 200), (page) =>
        '@odata.count' in page ? { ...page, '@odata.count': String(page['@odata.count']) } : page,
      ),
    },
    { relatives: ['LIST-15'] },
  ),
  slip('LIST-14', 'all are counted, whatever is filtered', countsAll, { relatives: ['LIST-15'] }),
  slip('LIST-14', 'nothing is not counted', {
    fetch: editJson(on('list', 200), ({ '@odata.count': count, ...page }) =>
      count ? { ...page, '@odata.count': count } : page,
    ),
  }),
  slip(
    'LIST-14',
    'the count begins at zero',
    cut(({ total }) => ({ total: Math.max(0, total - 1) })),
    { relatives: ['LIST-15'] },
  ),
  slip('LIST-15', 'the elements of the page are counted', wide(cut(({ actions }) => ({ total: actions.length })))),
  slip(
    'LIST-15',
    'the count is no more than $top',
    cut(({ total }, { query }) => ({ total: Math.min(total, query.top ?? total) })),
  ),
  slip(
    'LIST-15',
    'what is skipped is not counted',
    cut(({ total }, { offset }) => ({ total: Math.max(0, total - offset) })),
  ),
  slip(
    'LIST-16',
    '$count=1 counts',
    valued('$count', (value) => (value === '1' ? 'true' : value)),
  ),
  slip(
    'LIST-16',
    'a $count without a value crashes',
    refusesLists(({ searchParams }) => searchParams.get('$count') === '', 500),
  ),
  slip('LIST-23', '$count crashes as an id', {
    fetch: instead(({ request }) => request.url.endsWith('/$count'), refused(500)),
  }),
  slip('LIST-23', '$count is answered with JSON', {
    fetch: instead(
      ({ request }) => request.url.endsWith('/$count'),
      (request) => rebuilt(refused(200)(request), { text: '{"@odata.count":5}' }),
    ),
  }),
];
