import { mutant } from '../../selftest/mutant.js';
import { hasOption, isStranger, openTo } from '../../selftest/mutants/auth/addresses.js';
import { withoutPermissionCheck, withRoles } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-9', 'list needs no permission', withoutPermissionCheck('list', 'SecurityEvents')),
  mutant('AUTH-9', 'get needs no permission', withoutPermissionCheck('get', 'SecurityEvents')),
  mutant('AUTH-9', 'create needs no permission', withoutPermissionCheck('create', 'SecurityEvents')),
  mutant(
    'AUTH-9',
    'get accepts SecurityEvents.Read.All',
    withRoles('get', (roles) => roles.map((role) => role.replace('Events', 'Actions'))),
  ),
  mutant(
    'AUTH-9',
    'only a list with $orderby is open to applications without a permission',
    openTo(isStranger, hasOption('$orderby')),
  ),
];
