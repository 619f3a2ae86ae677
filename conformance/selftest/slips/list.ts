import type { Difference } from '../difference.js';
import { slip } from '../slip.js';
import { editJson, editStatus, on } from '../wire.js';
import { lists } from './_shown.js';

/** What stands in `value`, or in its place. */
function values(edit: (elements: readonly unknown[]) => unknown): Difference {
  return {
    fetch: editJson(on('list', 'success'), ({ value, ...page }) => ({ ...page, value: edit(value as unknown[]) })),
  };
}

/** What stands in `@odata.context`. */
function context(edit: (context: string) => unknown): Difference {
  return {
    fetch: editJson(on('list', 'success'), (page) => ({
      ...page,
      '@odata.context': edit(String(page['@odata.context'])),
    })),
  };
}

export const slips = [
  slip(
    'LIST-1',
    'a whole list is answered with 206',
    { fetch: editStatus(on('list', 200), 206) },
    { relatives: ['HTTP-11', 'HTTP-17'] },
  ),
  slip(
    'LIST-1',
    'the elements stand in results',
    {
      fetch: editJson(on('list', 200), ({ value, ...page }) => ({ ...page, results: value })),
    },
    { relatives: ['SURFACE-2', 'CREATE-10', 'RESOURCE-18', 'LIST-17', 'AUTH-5', 'HTTP-5'] },
  ),
  slip(
    'LIST-1',
    'the elements are members by id',
    values((all) => Object.fromEntries(all.map((one, index) => [index, one]))),
    { relatives: ['SURFACE-2', 'CREATE-10', 'RESOURCE-18', 'LIST-17', 'AUTH-5', 'HTTP-5'] },
  ),
  slip(
    'LIST-2',
    'elements have no id',
    lists(({ id: _, ...action }) => action),
    { relatives: ['SURFACE-2', 'CREATE-10', 'RESOURCE-18', 'LIST-17', 'AUTH-5'] },
  ),
  slip(
    'LIST-2',
    'each element is wrapped',
    lists((securityAction) => ({ securityAction })),
    { relatives: ['SURFACE-2', 'CREATE-10', 'RESOURCE-18', 'LIST-17', 'AUTH-5'] },
  ),
  slip(
    'LIST-2',
    'the list ends with null, as it was joined with commas',
    values((all) => [...all, null]),
    { relatives: ['LIST-4', 'LIST-9'] },
  ),
  slip(
    'LIST-2',
    'elements have a numeric tenant',
    lists((action) => ('azureTenantId' in action ? { ...action, azureTenantId: 0 } : action)),
    { relatives: ['RESOURCE-1', 'RESOURCE-18'] },
  ),
  slip(
    'LIST-25',
    'the context is an object',
    context((url) => ({ url })),
  ),
  slip(
    'LIST-25',
    'the context is an array of one text',
    context((url) => [url]),
  ),
];
