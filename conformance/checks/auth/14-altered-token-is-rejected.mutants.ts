import { mutant } from '../../selftest/mutant.js';
import { isAltered, isQualifiedCancel, openTo } from '../../selftest/mutants/auth/addresses.js';
import { claimsToBeTheWriter, skipsKnownSignature, treatsAsWriter } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-14', 'create does not verify the signature of a token', treatsAsWriter('create', claimsToBeTheWriter)),
  mutant('AUTH-14', 'get recognizes a known token without its signature', skipsKnownSignature('get')),
  mutant('AUTH-14', 'only the qualified cancel accepts an altered token', openTo(isAltered, isQualifiedCancel)),
];
