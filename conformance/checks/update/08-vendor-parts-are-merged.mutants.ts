import { mutant } from '../../selftest/mutant.js';
import { patchMakes } from '../../selftest/mutants/changes.js';
import { noParts, replacesVendor } from '../../selftest/mutants/update/parts.js';

export const mutants = [
  mutant(
    'UPDATE-8',
    'PATCH with a new status replaces the whole vendorInformation',
    patchMakes((right, before, { vendorInformation: sent }) => {
      const parts = { providerVersion: null, subProvider: null };
      return sent && right.status !== before.status ? { vendorInformation: { ...parts, ...sent } } : false;
    }),
    { foundBy: 'sequences' },
  ),
  mutant('UPDATE-8', 'PATCH always replaces the whole vendorInformation', replacesVendor),
  mutant(
    'UPDATE-8',
    'PATCH with a null vendor part clears the other parts',
    patchMakes((right, __, { vendorInformation: sent }) => {
      const cleared = sent && Object.values(sent).includes(null);
      return cleared ? { vendorInformation: { ...right.vendorInformation, ...noParts } } : false;
    }),
  ),
];
