import type { Vendor } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import { editedText, keeps, makes, reads } from '../../selftest/mutants/create/create.js';
import { rewritesVendor } from '../../selftest/mutants/create/vendor.js';
import { changed, changedPart, withChanged } from '../../selftest/mutants/texts.js';

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
    { mayFailInAudit: ['RESOURCE-18'] },
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
  mutant(
    'CREATE-14',
    'create stores an empty subProvider as null',
    makes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'subProvider', changed.emptyAsNull),
    })),
  ),
  mutant(
    'CREATE-14',
    'create trims the vendor',
    makes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'vendor', changed.trimmed),
    })),
  ),
  mutant(
    'CREATE-14',
    'create composes letters in the provider',
    makes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'provider', changed.composed),
    })),
  ),
  mutant(
    'CREATE-14',
    'create truncates providerVersion to 255 characters',
    makes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'providerVersion', changed.upTo255),
    })),
  ),
  mutant(
    'CREATE-14',
    'create stores a subProvider of spaces as an empty one',
    makes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'subProvider', changed.blankAsEmpty),
    })),
  ),
  mutant(
    'CREATE-14',
    'create cuts the subProvider at U+0000',
    reads((body) =>
      withChanged(body, 'vendorInformation', (vendor) => changedPart(vendor, 'subProvider', changed.upToNul)),
    ),
  ),
  mutant(
    'CREATE-14',
    'create decodes percent encodings in the subProvider',
    makes(({ vendorInformation }) => ({
      vendorInformation: changedPart(vendorInformation, 'subProvider', changed.percentDecoded),
    })),
  ),
];
