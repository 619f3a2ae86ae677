import { mutant } from '../../selftest/mutant.js';
import { editsValue } from '../../selftest/mutants/list/values.js';
import { lists } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'LIST-2',
    'list elements have no id',
    lists(({ id: _, ...action }) => action),
    { alsoFails: ['SURFACE-2', 'CREATE-10', 'AUTH-5'] },
  ),
  mutant(
    'LIST-2',
    'list elements are wrapped in another object',
    lists((securityAction) => ({ securityAction })),
  ),
  mutant(
    'LIST-2',
    'value ends with null',
    editsValue((all) => [...all, null]),
    { alsoFails: ['LIST-4', 'LIST-9'] },
  ),
  mutant(
    'LIST-2',
    'list shows azureTenantId as a number',
    lists((action) => ('azureTenantId' in action ? { ...action, azureTenantId: 0 } : action)),
    { alsoFails: ['RESOURCE-1', 'RESOURCE-18'] },
  ),
];
