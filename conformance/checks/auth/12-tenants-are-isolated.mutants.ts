import { mutant } from '../../selftest/mutant.js';
import { hasOption, isHead, isNeighbour, isQualifiedCancel, openTo } from '../../selftest/mutants/auth/addresses.js';
import { rejectedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { findsEveryTenant, isRejectionOf, neighbourApp } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-12', 'get finds actions of other tenants', () => findsEveryTenant('get')),
  mutant('AUTH-12', 'cancel finds actions of other tenants', () => findsEveryTenant('cancel')),
  mutant('AUTH-12', 'list shows actions of all tenants', () => findsEveryTenant('list')),
  mutant(
    'AUTH-12',
    'a cancel by another tenant responds with 404 but takes effect',
    rejectedButDone(isRejectionOf(neighbourApp, 'cancel')),
    {
      alsoFails: ['LIFECYCLE-15'],
    },
  ),
  mutant('AUTH-12', 'only HEAD is open to a neighbour', openTo(isNeighbour, isHead)),
  mutant(
    'AUTH-12',
    'only the filtered list shows the actions of a neighbour',
    openTo(isNeighbour, hasOption('$filter'), 'adding'),
  ),
  mutant(
    'AUTH-12',
    'only the qualified cancel reaches the actions of other tenants',
    openTo(isNeighbour, isQualifiedCancel, 'missing'),
  ),
];
