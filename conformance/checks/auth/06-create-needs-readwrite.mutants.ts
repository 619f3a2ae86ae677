import { Rejection } from '../../reference/rejection.js';
import { mutant } from '../../selftest/mutant.js';
import { withoutPermissionCheck } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-6', 'create accepts the read permission', withoutPermissionCheck('create', 'SecurityActions.Read.')),
  mutant('AUTH-6', 'create with the read permission responds with 401', {
    behaviour: (right) => ({
      authorize: (caller, asked) => {
        if (asked !== 'create' || !caller.roles.includes('SecurityActions.Read.All'))
          return right.authorize(caller, asked);
        throw new Rejection(401, 'Log in again.', { headers: { 'WWW-Authenticate': 'Bearer' } });
      },
    }),
  }),
];
