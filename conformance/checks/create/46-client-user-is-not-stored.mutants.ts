import { mutant } from '../../selftest/mutant.js';
import { keeps, makes } from '../../selftest/mutants/create/create.js';
import { adoptedMember, createAdopts } from '../../selftest/mutants/create/server-owned.js';

export const mutants = [
  mutant('CREATE-46', 'create stores the user from the client', createAdopts('user')),
  mutant(
    'CREATE-46',
    'create stores the user from the client when the token has no user',
    makes((action, sent) =>
      action.user === null ? adoptedMember('user', sent, (user) => String(user).includes('@')) : {},
    ),
  ),
  mutant(
    'CREATE-46',
    'create stores the user from the client but returns its own',
    keeps((_, sent) => adoptedMember('user', sent)),
  ),
];
