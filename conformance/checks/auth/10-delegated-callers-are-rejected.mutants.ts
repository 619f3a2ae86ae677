import { mutant } from '../../selftest/mutant.js';
import { acceptsDelegated } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-10', 'cancel accepts delegated tokens', acceptsDelegated('cancel')),
  mutant('AUTH-10', 'list accepts delegated tokens', acceptsDelegated('list')),
  mutant('AUTH-10', 'create accepts delegated tokens', acceptsDelegated('create')),
];
