import { mutant } from '../../selftest/mutant.js';
import { lists, renamesMember, shows, updates } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant('RESOURCE-15', 'actionReason is spelled ActionReason', shows(renamesMember('actionReason', 'ActionReason')), {
    alsoFails: ['SURFACE-4', 'CREATE-11', 'UPDATE-2', 'UPDATE-4', 'HTTP-13', 'HTTP-14'],
  }),
  mutant('RESOURCE-15', 'list spells id as ID', lists(renamesMember('id', 'ID')), {
    alsoFails: ['SURFACE-2', 'CREATE-10', 'LIST-2', 'AUTH-5'],
  }),
  mutant(
    'RESOURCE-15',
    'update spells azureTenantId as azureTenantID',
    updates(renamesMember('azureTenantId', 'azureTenantID')),
    {
      alsoFails: ['RESOURCE-18'],
    },
  ),
];
