import { mutant } from '../../selftest/mutant.js';
import { keeps } from '../../selftest/mutants/create/create.js';
import { adopted, adopts } from '../../selftest/mutants/create/server-owned.js';

export const mutants = [
  mutant('CREATE-44', 'create stores the appId from the client', adopts('appId')),
  mutant(
    'CREATE-44',
    'create stores the appId from the client but returns its own',
    keeps((_, sent) => adopted('appId', sent)),
  ),
];
