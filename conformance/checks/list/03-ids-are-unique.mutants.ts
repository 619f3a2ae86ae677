import { mutant } from '../../selftest/mutant.js';
import { inFirstList } from '../../selftest/mutants/at-first.js';
import { cutsPages, onOnePage, onPagesOfTop, tiedOffsets } from '../../selftest/mutants/list/list.js';
import { ignoring } from '../../selftest/variants/features.js';

export const mutants = [
  mutant(
    'LIST-3',
    'each page repeats the last element of the page before',
    onOnePage(
      cutsPages(({ actions }, { arranged, query, offset }) =>
        query.skiptoken ? { actions: [...arranged.slice(offset - 1, offset), ...actions] } : {},
      ),
    ),
    { alsoFails: ['LIST-6', 'LIST-8', 'LIST-19'] },
  ),
  mutant(
    'LIST-3',
    'each page that $top makes repeats the last element of the page before',
    onPagesOfTop(
      cutsPages(({ actions }, { arranged, query, offset }) =>
        query.skiptoken ? { actions: [...arranged.slice(offset - 1, offset), ...actions] } : {},
      ),
    ),
    { alsoFails: ['LIST-6', 'LIST-8', 'LIST-19'] },
  ),
  mutant(
    'LIST-3',
    'list shows actions with history twice',
    {
      behaviour: (right) => ({
        arrange: (actions, query) =>
          right.arrange(actions, query).flatMap((action) => [action, ...action.states.slice(0, 1).map(() => action)]),
      }),
    },
    { alsoFails: ['LIST-8', 'LIST-20', 'LIST-19'] },
  ),
  mutant(
    'LIST-3',
    'later pages are sorted in the opposite order',
    onOnePage({
      behaviour: (right) => ({
        arrange: (actions, query) => {
          const arranged = right.arrange(actions, query);
          return query.order || !query.skiptoken ? arranged : arranged.toReversed();
        },
      }),
    }),
    { alsoFails: ['LIST-7'] },
  ),
  mutant(
    'LIST-3',
    'list shows an action twice after its context is set to the same value',
    () => {
      const again = new Set<string>();
      return {
        behaviour: (right) => ({
          applyPatch: (before, patch, change) => {
            if (patch.clientContext && patch.clientContext === before.clientContext) again.add(before.id);
            return right.applyPatch(before, patch, change);
          },
          arrange: (actions, query) => {
            const indexed = actions.flatMap((action) => (again.has(action.id) ? [action, action] : [action]));
            return right.arrange(indexed, query);
          },
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
  mutant('LIST-3', 'pages are offsets into an order with ties', tiedOffsets(20), { alsoFails: ['LIST-6', 'LIST-7'] }),
  mutant(
    'LIST-3',
    'pages are offsets into an order with ties, without query options',
    { ...tiedOffsets(4), ...ignoring('top', 'skip', 'count', 'select', 'orderby', 'filter') },
    { alsoFails: ['LIST-6'] },
  ),
  mutant(
    'LIST-3',
    'the first list that shows an action shows it twice',
    inFirstList((action) => [action, action]),
  ),
];
