import type { Vendor } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { editedText, keeps } from '../../selftest/mutants/create/create.js';
import { rewritesVendor } from '../../selftest/mutants/create/vendor.js';

export const mutants = [
  mutant(
    'CREATE-14',
    'create reads providerVersion as a number',
    rewritesVendor(({ providerVersion }) => ({
      providerVersion: editedText(providerVersion, (version) =>
        Number.isNaN(Number(version)) ? version : String(Number(version)),
      ),
    })),
  ),
  mutant(
    'CREATE-14',
    'create drops subProvider when providerVersion is not sent',
    rewritesVendor(({ providerVersion, subProvider }) => ({
      subProvider: providerVersion === null ? null : subProvider,
    })),
  ),
  mutant(
    'CREATE-14',
    'create swaps vendor and provider',
    rewritesVendor(({ vendor, provider }) => ({ vendor: provider, provider: vendor })),
    { alsoFails: ['HTTP-14'] },
  ),
  mutant(
    'CREATE-14',
    'create returns subProvider but does not store it',
    keeps(({ vendorInformation }) =>
      vendorInformation?.subProvider ? { vendorInformation: { ...vendorInformation, subProvider: null } } : {},
    ),
  ),
  mutant(
    'CREATE-14',
    'an update of vendorInformation also applies to later actions with the same clientContext',
    () => {
      const vendors = new Map<string, Partial<Vendor>>();
      return {
        behaviour: (right) => ({
          newAction: (body, from) => {
            const action = right.newAction(body, from);
            const profile = vendors.get(action.clientContext ?? '');
            const vendorInformation = action.vendorInformation && { ...action.vendorInformation, ...profile };
            return { ...action, vendorInformation };
          },
          applyPatch: (before, patch, change) => {
            const after = right.applyPatch(before, patch, change);
            const { vendorInformation } = patch;
            if (vendorInformation && after.clientContext) vendors.set(after.clientContext, vendorInformation);
            return after;
          },
        }),
      };
    },
    { foundBy: 'sequences' },
  ),
];
