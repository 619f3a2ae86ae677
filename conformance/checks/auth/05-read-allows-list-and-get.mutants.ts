import { mutant } from '../../selftest/mutant.js';
import { readRoles } from '../../selftest/mutants/auth/permissions.js';

export const mutants = [
  mutant('AUTH-5', 'get does not accept the read permission', {
    behaviour: (right) => ({
      authorize: (caller, asked) => right.authorize(caller, asked === 'get' ? 'update' : asked),
    }),
  }),
  mutant('AUTH-5', 'list is empty for a reader', {
    behaviour: (right) => ({
      collectionFor: (store, caller, asked) => {
        const all = right.collectionFor(store, caller, asked);
        return readRoles(caller.roles).length > 0 && asked === 'list' ? { ...all, asOf: () => [] } : all;
      },
    }),
  }),
  mutant('AUTH-5', 'every other list is rejected for a reader', () => {
    let lists = 0;
    return {
      behaviour: (right) => ({
        authorize: (caller, asked) => {
          const isRejected = asked === 'list' && readRoles(caller.roles).length > 0 && lists++ % 2 === 0;
          return right.authorize(caller, isRejected ? 'update' : asked);
        },
      }),
    };
  }),
];
