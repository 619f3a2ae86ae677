import { mutant } from '../../selftest/mutant.js';
import { endless } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-13', 'every operation accepts expired tokens', endless()),
  mutant('AUTH-13', 'list accepts expired tokens', endless('list')),
  mutant('AUTH-13', 'cancel accepts expired tokens', endless('cancel')),
];
