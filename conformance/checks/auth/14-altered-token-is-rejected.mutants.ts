import { mutant } from '../../selftest/mutant.js';
import { claimsToBeTheWriter, lenient, remembered } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-14', 'create does not verify the signature of a token', lenient('create', claimsToBeTheWriter)),
  mutant('AUTH-14', 'get recognizes a known token without its signature', remembered('get')),
];
