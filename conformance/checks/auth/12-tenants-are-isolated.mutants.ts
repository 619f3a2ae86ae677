import { mutant } from '../../selftest/mutant.js';
import { refusedButDone } from '../../selftest/mutants/auth/as-writer.js';
import { neighbour, refusedTo, shared } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-12', 'a neighbour can read', () => shared('get')),
  mutant('AUTH-12', 'a neighbour can cancel', () => shared('cancel')),
  mutant('AUTH-12', 'the list shows all tenants', () => shared('list')),
  mutant('AUTH-12', "a neighbour's cancel is not found and happens", refusedButDone(refusedTo(neighbour, 'cancel')), {
    alsoFails: ['LIFECYCLE-15'],
  }),
];
