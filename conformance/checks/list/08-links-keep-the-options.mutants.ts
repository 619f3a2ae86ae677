import { mutant } from '../../selftest/mutant.js';
import { cutsPages, linkWithout, onOnePage, onPagesOfTop } from '../../selftest/mutants/list/list.js';
import { editRequest, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant('LIST-8', 'nextLink drops $select', onOnePage(linkWithout('$select'))),
  mutant(
    'LIST-8',
    'nextLink drops $select on a server that ignores the preferred page size',
    onPagesOfTop(linkWithout('$select')),
  ),
  mutant(
    'LIST-8',
    'nextLink drops $filter on a server that ignores the preferred page size',
    onPagesOfTop(linkWithout('$filter')),
    { alsoFails: ['LIST-3', 'LIST-19', 'LIST-27'] },
  ),
  mutant('LIST-8', 'nextLink drops $orderby', onOnePage(linkWithout('$orderby')), { alsoFails: ['LIST-19'] }),
  mutant(
    'LIST-8',
    'nextLink drops $filter and the page size',
    onOnePage(linkWithout('$filter', (token) => ({ ...token, size: 100_000 }))),
    { alsoFails: ['LIST-3', 'LIST-19'] },
  ),
  mutant(
    'LIST-8',
    'nextLink drops the rest of $top',
    onOnePage({
      ...cutsPages(({ next }) => {
        if (!next) return {};
        const { left: _, ...rest } = next;
        return { next: rest };
      }),
      options: { topLimits: 'list' },
    }),
  ),
  mutant(
    'LIST-8',
    'every page applies $top anew',
    onOnePage({
      ...cutsPages(({ next }, { query: { top } }) => ({ next: next && top ? { ...next, left: top } : next })),
      options: { topLimits: 'list' },
    }),
  ),
  mutant(
    'LIST-8',
    'only the first page is as small as $top',
    cutsPages(({ next }, { query: { top } }) => ({ next: next && top ? { ...next, size: 100_000 } : next })),
  ),
  mutant(
    'LIST-8',
    'nextLink drops the preferred page size',
    cutsPages(({ next }) => ({ next: next && { ...next, size: 100_000 } })),
  ),
  mutant('LIST-8', 'nextLink drops the preferred page size of a server without $top', {
    ...cutsPages(({ next }) => ({ next: next && { ...next, size: 100_000 } })),
    fetch: editRequest(on('list'), (request) => {
      const url = new URL(request.url);
      url.searchParams.delete('$top');
      return new Request(url, request);
    }),
  }),
];
