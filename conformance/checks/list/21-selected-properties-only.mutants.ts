import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { valued } from '../../selftest/mutants/list/list.js';
import { listsPage } from '../../selftest/mutants/shown.js';
import type { Json } from '../../selftest/server/wire.js';

/** A list selects other properties than it was asked for. */
function selects(edit: (names: string) => string | undefined): Difference {
  return valued('$select', edit);
}

/** Elements of lists with `$select` have these members as well. */
function alwaysShows(name: string): Difference {
  return {
    behaviour: (right) => ({
      present: (action, select) => right.present(action, select && new Set([...select, name])),
    }),
  };
}

/** The element with a null for each property that it lacks. */
function filled(action: Json): Json {
  return { name: null, status: null, user: null, ...action };
}

export const mutants = [
  mutant(
    'LIST-21',
    'a list selects the first property alone',
    selects((names) => names.split(',')[0] ?? names),
  ),
  mutant(
    'LIST-21',
    'a list takes no notice of $select when it is filtered',
    valued('$select', (names, options) => (options.has('$filter') ? undefined : names)),
    { alsoFails: ['LIST-8'] },
  ),
  mutant('LIST-21', 'complex properties are always shown', alwaysShows('vendorInformation'), {
    alsoFails: ['LIST-8', 'GET-6'],
  }),
  mutant(
    'LIST-21',
    'what was not selected is null',
    listsPage(({ entities }) => ({ entities: entities.map(filled) })),
    { alsoFails: ['LIST-8'] },
  ),
  mutant(
    'LIST-21',
    'a collection cannot be selected',
    selects((names) => names.replace(/,?parameters/, '') || 'id'),
  ),
];
