import { mutant } from '../../selftest/mutant.js';
import { keeps } from '../../selftest/mutants/create/create.js';
import { adoptedMember, createAdopts } from '../../selftest/mutants/create/server-owned.js';

export const mutants = [
  mutant('CREATE-44', 'create stores the appId from the client', createAdopts('appId')),
  mutant(
    'CREATE-44',
    'create stores the appId from the client but returns its own',
    keeps((_, sent) => adoptedMember('appId', sent)),
  ),
];
