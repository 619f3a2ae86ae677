import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { cut, forgets, linked, wide } from './_list.js';

/** On pages so small that there is a link at once. */
function small(difference: Difference): Difference {
  return { ...difference, options: { pageSize: 2 } };
}

export const slips = [
  slip('LIST-5', 'the link is a path', small(linked((link) => link.slice(link.indexOf('/', 'http://'.length))))),
  slip('LIST-5', 'the link has no scheme', small(linked((link) => link.replace(/^http:/, '')))),
  slip('LIST-5', 'the link is the query alone', small(linked((link) => link.slice(link.indexOf('?'))))),
  slip('LIST-8', 'the link forgets $select', wide(forgets('$select'))),
  slip('LIST-8', 'the link forgets $orderby', wide(forgets('$orderby')), { relatives: ['LIST-19'] }),
  slip(
    'LIST-8',
    'the link forgets $filter and the size of a page',
    wide(forgets('$filter', (token) => ({ ...token, size: 100_000 }))),
    { relatives: ['LIST-3', 'LIST-19'] },
  ),
  slip(
    'LIST-8',
    'the link forgets how many were asked for',
    wide(
      cut(({ next }) => {
        if (!next) return {};
        const { left: _, ...rest } = next;
        return { next: rest };
      }),
    ),
  ),
  slip(
    'LIST-8',
    'every page counts $top anew',
    wide(cut(({ next }, { query: { top } }) => ({ next: next && top ? { ...next, left: top } : next }))),
  ),
  slip(
    'LIST-26',
    'the link leads to the server behind the gateway',
    small(linked((link) => link.replace('reference.example', '192.0.2.10:8080'))),
  ),
  slip('LIST-26', 'the link has the scheme of the gateway', small(linked((link) => link.replace(/^http:/, 'https:')))),
];
