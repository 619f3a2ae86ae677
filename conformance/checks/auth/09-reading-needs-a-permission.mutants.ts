import { mutant } from '../../selftest/mutant.js';
import { judged, open } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-9', 'any application may list', open('list', 'SecurityEvents')),
  mutant('AUTH-9', 'any application may get', open('get', 'SecurityEvents')),
  mutant('AUTH-9', 'any application may create', open('create', 'SecurityEvents')),
  mutant(
    'AUTH-9',
    'any permission that ends in Read.All is one to get',
    judged('get', (roles) => roles.map((role) => role.replace('Events', 'Actions'))),
  ),
];
