import { mutant } from '../../selftest/mutant.js';
import { keeps } from '../../selftest/mutants/create/create.js';
import { adoptedMember, createAdopts } from '../../selftest/mutants/create/server-owned.js';

export const mutants = [
  mutant('CREATE-45', 'create stores the azureTenantId from the client', createAdopts('azureTenantId')),
  mutant(
    'CREATE-45',
    'create stores the azureTenantId from the client but returns its own',
    keeps((_, sent) => adoptedMember('azureTenantId', sent)),
  ),
];
