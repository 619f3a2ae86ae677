import type { Vendor } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { keeps, text } from '../../selftest/mutants/create/create.js';
import { rewritesVendor } from '../../selftest/mutants/create/vendor.js';

export const mutants = [
  mutant(
    'CREATE-14',
    'the version of the provider is taken for a number',
    rewritesVendor(({ providerVersion }) => ({
      providerVersion: text(providerVersion, (version) =>
        Number.isNaN(Number(version)) ? version : String(Number(version)),
      ),
    })),
  ),
  mutant(
    'CREATE-14',
    'without a version the part of the provider is lost',
    rewritesVendor(({ providerVersion, subProvider }) => ({
      subProvider: providerVersion === null ? null : subProvider,
    })),
  ),
  mutant(
    'CREATE-14',
    'vendor and provider are mixed up',
    rewritesVendor(({ vendor, provider }) => ({ vendor: provider, provider: vendor })),
    { alsoFails: ['HTTP-14'] },
  ),
  mutant(
    'CREATE-14',
    'the vendor is kept, and forgotten in the stored action when it has all parts',
    keeps(({ vendorInformation }) =>
      vendorInformation?.subProvider ? { vendorInformation: { ...vendorInformation, subProvider: null } } : {},
    ),
  ),
  mutant(
    'CREATE-14',
    'a PATCH of the vendor is laid over the vendor of later actions of the context',
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
