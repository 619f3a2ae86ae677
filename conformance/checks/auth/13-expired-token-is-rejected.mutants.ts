import { mutant } from '../../selftest/mutant.js';
import { endless } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-13', 'the end of a token is not looked at', endless()),
  mutant('AUTH-13', 'the end of a token is not looked at by a list', endless('list')),
  mutant('AUTH-13', 'the end of a token is not looked at by a cancel', endless('cancel')),
];
