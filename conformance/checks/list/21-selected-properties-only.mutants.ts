import { mutant } from '../../selftest/mutant.js';
import { readsOption } from '../../selftest/mutants/list/list.js';
import { listsPage } from '../../selftest/mutants/shown.js';
import type { Difference } from '../../selftest/server/difference.js';
import type { Json } from '../../selftest/server/wire.js';

/** Changes the value of `$select` in lists. */
function selectsInLists(edit: (names: string) => string | undefined): Difference {
  return readsOption('$select', edit);
}

/** Shows this property whatever `$select` names. */
function alwaysShows(name: string): Difference {
  return {
    behaviour: (right) => ({
      present: (action, select) => right.present(action, select && new Set([...select, name])),
    }),
  };
}

/** Adds null for some absent properties. */
function withNulls(action: Json): Json {
  return { name: null, status: null, user: null, ...action };
}

export const mutants = [
  mutant(
    'LIST-21',
    'list selects only the first property',
    selectsInLists((names) => names.split(',')[0] ?? names),
  ),
  mutant(
    'LIST-21',
    'list ignores $select beside $filter',
    readsOption('$select', (names, options) => (options.has('$filter') ? undefined : names)),
    { alsoFails: ['LIST-8'] },
  ),
  mutant('LIST-21', '$select always includes vendorInformation', alwaysShows('vendorInformation'), {
    alsoFails: ['LIST-8', 'GET-6'],
  }),
  mutant(
    'LIST-21',
    'list shows unselected properties as null',
    listsPage(({ entities }) => ({ entities: entities.map(withNulls) })),
    { alsoFails: ['LIST-8'] },
  ),
  mutant(
    'LIST-21',
    '$select drops parameters',
    selectsInLists((names) => names.replace(/,?parameters/, '') || 'id'),
  ),
  mutant(
    'LIST-21',
    '$select=id is ignored',
    readsOption('$select', (select) => (select === 'id' ? undefined : select)),
  ),
  mutant(
    'LIST-21',
    '$select of a list is ignored, and that of a get is not',
    selectsInLists(() => undefined),
  ),
  mutant(
    'LIST-21',
    '$select honours only the last property',
    readsOption('$select', (select) => select.split(',').at(-1)),
  ),
];
