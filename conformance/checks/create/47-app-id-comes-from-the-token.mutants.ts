import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-47',
    'appId is the tenant of the token',
    makes(({ azureTenantId }) => ({ appId: azureTenantId })),
  ),
  mutant(
    'CREATE-47',
    'appId is the application of the service',
    makes(() => ({ appId: 'dddddddd-0000-4000-8000-000000000009' })),
  ),
];
