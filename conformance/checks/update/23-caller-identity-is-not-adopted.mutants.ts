import { mutant } from '../../selftest/mutant.js';
import { patchMakes, readsPatch } from '../../selftest/mutants/changes.js';
import { patchAdopts } from '../../selftest/mutants/update/server-owned.js';

export const mutants = [
  mutant('UPDATE-23', 'PATCH adopts user', patchAdopts('user')),
  mutant('UPDATE-23', 'PATCH adopts azureTenantId', patchAdopts('azureTenantId')),
  mutant(
    'UPDATE-23',
    'PATCH clears appId when it is null',
    patchMakes((_, __, sent) => sent.appId === null && { appId: null }),
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
