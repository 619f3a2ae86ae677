import { Refusal } from '../../reference/refusal.js';
import { mutant } from '../../selftest/mutant.js';
import { open } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-6', 'create asks for no permission of a reader', open('create', 'SecurityActions.Read.')),
  mutant('AUTH-6', 'a reader who creates is told to log in again', {
    behaviour: (right) => ({
      authorize: (caller, asked) => {
        if (asked !== 'create' || !caller.roles.includes('SecurityActions.Read.All'))
          return right.authorize(caller, asked);
        throw new Refusal(401, 'Log in again.', { headers: { 'WWW-Authenticate': 'Bearer' } });
      },
    }),
  }),
];
