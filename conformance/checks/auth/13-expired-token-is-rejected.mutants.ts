import { mutant } from '../../selftest/mutant.js';
import { isNextLink, openTo } from '../../selftest/mutants/auth/addresses.js';
import { acceptsExpired, isExpired } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-13', 'every operation accepts expired tokens', acceptsExpired()),
  mutant('AUTH-13', 'list accepts expired tokens', acceptsExpired('list')),
  mutant('AUTH-13', 'cancel accepts expired tokens', acceptsExpired('cancel')),
  mutant('AUTH-13', 'only the next link accepts an expired token', openTo(isExpired, isNextLink)),
];
