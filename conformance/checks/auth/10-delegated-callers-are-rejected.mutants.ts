import { mutant } from '../../selftest/mutant.js';
import { delegated } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-10', 'delegated callers may cancel', delegated('cancel')),
  mutant('AUTH-10', 'delegated callers may list', delegated('list')),
  mutant('AUTH-10', 'delegated callers may create', delegated('create')),
];
