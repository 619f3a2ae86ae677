import { mutant } from '../../selftest/mutant.js';
import { readRoles, withRoles } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-4', 'list does not accept the write permission', withRoles('list', readRoles), {
    alsoFails: ['SURFACE-2', 'CREATE-10', 'LIST-1', 'HTTP-5', 'HTTP-6'],
  }),
  mutant(
    'AUTH-4',
    'cancel does not accept the write permission',
    withRoles('cancel', () => []),
    {
      alsoFails: ['SURFACE-5', 'SURFACE-11', 'CANCEL-1', 'CANCEL-4', 'CANCEL-5', 'CANCEL-6', 'CANCEL-13'],
    },
  ),
];
