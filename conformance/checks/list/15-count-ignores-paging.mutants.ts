import { mutant } from '../../selftest/mutant.js';
import { cutsPages, onOnePage } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-15',
    '@odata.count counts the elements of the page',
    onOnePage(cutsPages(({ actions }) => ({ total: actions.length }))),
  ),
  mutant(
    'LIST-15',
    '@odata.count is limited by $top',
    cutsPages(({ total }, { query }) => ({ total: Math.min(total, query.top ?? total) })),
  ),
  mutant(
    'LIST-15',
    '@odata.count omits skipped elements',
    cutsPages(({ total }, { offset }) => ({ total: Math.max(0, total - offset) })),
  ),
];
