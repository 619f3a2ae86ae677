import { mutant } from '../../selftest/mutant.js';
import { keeps } from '../../selftest/mutants/create/create.js';
import { adopted, adopts } from '../../selftest/mutants/create/server-owned.js';

export const mutants = [
  mutant('CREATE-45', 'create stores the azureTenantId from the client', adopts('azureTenantId')),
  mutant(
    'CREATE-45',
    'create stores the azureTenantId from the client but returns its own',
    keeps((_, sent) => adopted('azureTenantId', sent)),
  ),
];
