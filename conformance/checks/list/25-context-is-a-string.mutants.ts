import { mutant } from '../../selftest/mutant.js';
import type { Difference } from '../../selftest/server/difference.js';
import { editJson, on } from '../../selftest/server/wire.js';

/** Changes `@odata.context`. */
function contextAs(edit: (context: string) => unknown): Difference {
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
    '@odata.context is an object',
    contextAs((url) => ({ url })),
  ),
  mutant(
    'LIST-25',
    '@odata.context is an array',
    contextAs((url) => [url]),
  ),
];
