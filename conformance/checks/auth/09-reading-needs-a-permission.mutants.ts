import { mutant } from '../../selftest/mutant.js';
import { judged, open } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-9', 'list needs no permission', open('list', 'SecurityEvents')),
  mutant('AUTH-9', 'get needs no permission', open('get', 'SecurityEvents')),
  mutant('AUTH-9', 'create needs no permission', open('create', 'SecurityEvents')),
  mutant(
    'AUTH-9',
    'get accepts SecurityEvents.Read.All',
    judged('get', (roles) => roles.map((role) => role.replace('Events', 'Actions'))),
  ),
];
