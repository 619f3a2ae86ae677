import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-48',
    'azureTenantId is the application of the token',
    makes(({ appId }) => ({ azureTenantId: appId })),
  ),
  mutant(
    'CREATE-48',
    'azureTenantId is the word "common"',
    makes(() => ({ azureTenantId: 'common' })),
  ),
];
