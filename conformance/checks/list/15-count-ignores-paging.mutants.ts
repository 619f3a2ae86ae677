import { mutant } from '../../selftest/mutant.js';
import { cut, wide } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant('LIST-15', 'the elements of the page are counted', wide(cut(({ actions }) => ({ total: actions.length })))),
  mutant(
    'LIST-15',
    'the count is no more than $top',
    cut(({ total }, { query }) => ({ total: Math.min(total, query.top ?? total) })),
  ),
  mutant(
    'LIST-15',
    'what is skipped is not counted',
    cut(({ total }, { offset }) => ({ total: Math.max(0, total - offset) })),
  ),
];
