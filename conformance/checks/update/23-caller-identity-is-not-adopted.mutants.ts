import { mutant } from '../../selftest/mutant.js';
import { patched, readsPatch } from '../../selftest/mutants/changes.js';
import { adopts } from '../../selftest/mutants/update/server-owned.js';

export const mutants = [
  mutant('UPDATE-23', 'PATCH adopts user', adopts('user')),
  mutant('UPDATE-23', 'PATCH adopts azureTenantId', adopts('azureTenantId')),
  mutant(
    'UPDATE-23',
    'PATCH clears appId when it is null',
    patched((_, __, sent) => sent.appId === null && { appId: null }),
  ),
  mutant(
    'UPDATE-23',
    'PATCH crashes on a forged appId',
    readsPatch((body) => {
      if (body.appId) throw new Error('No such column.');
      return body;
    }),
  ),
];
