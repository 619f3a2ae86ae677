import { mutant } from '../../selftest/mutant.js';
import { patched, readsPatch } from '../../selftest/mutants/changes.js';
import { adopts } from '../../selftest/mutants/update/server-owned.js';

export const mutants = [
  mutant('UPDATE-23', 'the user is taken over', adopts('user')),
  mutant('UPDATE-23', 'the tenant is taken over', adopts('azureTenantId')),
  mutant(
    'UPDATE-23',
    'the application can be cleared',
    patched((_, __, sent) => sent.appId === null && { appId: null }),
  ),
  mutant(
    'UPDATE-23',
    'a forged application is answered with 500',
    readsPatch((body) => {
      if (body.appId) throw new Error('No such column.');
      return body;
    }),
  ),
];
