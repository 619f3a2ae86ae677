import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { editJson, on } from '../../selftest/server/wire.js';

/** What stands in `@odata.context`. */
function context(edit: (context: string) => unknown): Difference {
  return {
    fetch: editJson(on('list', 'success'), (page) => ({
      ...page,
      '@odata.context': edit(String(page['@odata.context'])),
    })),
  };
}

export const mutants = [
  mutant(
    'LIST-25',
    'the context is an object',
    context((url) => ({ url })),
  ),
  mutant(
    'LIST-25',
    'the context is an array of one text',
    context((url) => [url]),
  ),
];
