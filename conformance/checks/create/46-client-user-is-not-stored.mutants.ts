import { mutant } from '../../selftest/mutant.js';
import { keeps, makes } from '../../selftest/mutants/create/create.js';
import { adopted, adopts } from '../../selftest/mutants/create/server-owned.js';

export const mutants = [
  mutant('CREATE-46', 'a user that is sent is stored', adopts('user')),
  mutant(
    'CREATE-46',
    'a user that is sent is stored where the token names none',
    makes((action, sent) => (action.user === null ? adopted('user', sent, (user) => String(user).includes('@')) : {})),
  ),
  mutant(
    'CREATE-46',
    'a user that is sent is stored, and the answer does not show it',
    keeps((_, sent) => adopted('user', sent)),
  ),
];
