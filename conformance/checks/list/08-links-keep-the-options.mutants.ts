import { mutant } from '../../selftest/mutant.js';
import { cut, forgets, wide } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant('LIST-8', 'nextLink drops $select', wide(forgets('$select'))),
  mutant('LIST-8', 'nextLink drops $orderby', wide(forgets('$orderby')), { alsoFails: ['LIST-19'] }),
  mutant(
    'LIST-8',
    'nextLink drops $filter and the page size',
    wide(forgets('$filter', (token) => ({ ...token, size: 100_000 }))),
    { alsoFails: ['LIST-3', 'LIST-19'] },
  ),
  mutant(
    'LIST-8',
    'nextLink drops the rest of $top',
    wide(
      cut(({ next }) => {
        if (!next) return {};
        const { left: _, ...rest } = next;
        return { next: rest };
      }),
    ),
  ),
  mutant(
    'LIST-8',
    'every page applies $top anew',
    wide(cut(({ next }, { query: { top } }) => ({ next: next && top ? { ...next, left: top } : next }))),
  ),
];
