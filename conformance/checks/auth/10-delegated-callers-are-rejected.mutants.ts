import { mutant } from '../../selftest/mutant.js';
import { delegated } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-10', 'cancel accepts delegated tokens', delegated('cancel')),
  mutant('AUTH-10', 'list accepts delegated tokens', delegated('list')),
  mutant('AUTH-10', 'create accepts delegated tokens', delegated('create')),
];
