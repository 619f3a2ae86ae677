import { mutant } from '../../selftest/mutant.js';
import { cut, forgets, wide } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant('LIST-8', 'the link forgets $select', wide(forgets('$select'))),
  mutant('LIST-8', 'the link forgets $orderby', wide(forgets('$orderby')), { alsoFails: ['LIST-19'] }),
  mutant(
    'LIST-8',
    'the link forgets $filter and the size of a page',
    wide(forgets('$filter', (token) => ({ ...token, size: 100_000 }))),
    { alsoFails: ['LIST-3', 'LIST-19'] },
  ),
  mutant(
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
  mutant(
    'LIST-8',
    'every page counts $top anew',
    wide(cut(({ next }, { query: { top } }) => ({ next: next && top ? { ...next, left: top } : next }))),
  ),
];
