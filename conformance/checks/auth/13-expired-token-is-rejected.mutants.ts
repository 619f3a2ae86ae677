import { mutant } from '../../selftest/mutant.js';
import { acceptsExpired } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-13', 'every operation accepts expired tokens', acceptsExpired()),
  mutant('AUTH-13', 'list accepts expired tokens', acceptsExpired('list')),
  mutant('AUTH-13', 'cancel accepts expired tokens', acceptsExpired('cancel')),
];
