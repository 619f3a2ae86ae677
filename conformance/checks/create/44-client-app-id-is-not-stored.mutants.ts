import { mutant } from '../../selftest/mutant.js';
import { keeps } from '../../selftest/mutants/create/create.js';
import { adopted, adopts } from '../../selftest/mutants/create/server-owned.js';

export const mutants = [
  mutant('CREATE-44', 'an appId that is sent is stored', adopts('appId')),
  mutant(
    'CREATE-44',
    'an appId that is sent is stored, and the answer does not show it',
    keeps((_, sent) => adopted('appId', sent)),
  ),
];
