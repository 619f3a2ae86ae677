import { mutant } from '../../selftest/mutant.js';
import { refusedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { neighbour, refusedTo, shared } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-12', 'get finds actions of other tenants', () => shared('get')),
  mutant('AUTH-12', 'cancel finds actions of other tenants', () => shared('cancel')),
  mutant('AUTH-12', 'list shows actions of all tenants', () => shared('list')),
  mutant(
    'AUTH-12',
    'a cancel by another tenant responds with 404 but takes effect',
    refusedButDone(refusedTo(neighbour, 'cancel')),
    {
      alsoFails: ['LIFECYCLE-15'],
    },
  ),
];
