import { mutant } from '../../selftest/mutant.js';
import { claimsToBeTheWriter, lenient, remembered } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-14', 'the signature of a token is not verified on create', lenient('create', claimsToBeTheWriter)),
  mutant('AUTH-14', 'a get knows a token by all but its signature', remembered('get')),
];
