import { slip } from '../slip.js';
import type { Json } from '../wire.js';
import { keeps, makes, text } from './_create.js';

/** A create that stores the vendor otherwise than it was sent. */
function rewritesVendor(edit: (vendor: Json) => Json) {
  return makes(({ vendorInformation }) => ({
    vendorInformation: vendorInformation && { ...vendorInformation, ...edit({ ...vendorInformation }) },
  }));
}

export const slips = [
  slip(
    'CREATE-14',
    'the version of the provider is taken for a number',
    rewritesVendor(({ providerVersion }) => ({
      providerVersion: text(providerVersion, (version) =>
        Number.isNaN(Number(version)) ? version : String(Number(version)),
      ),
    })),
  ),
  slip(
    'CREATE-14',
    'without a version the part of the provider is lost',
    rewritesVendor(({ providerVersion, subProvider }) => ({
      subProvider: providerVersion === null ? null : subProvider,
    })),
  ),
  slip(
    'CREATE-14',
    'vendor and provider are mixed up',
    rewritesVendor(({ vendor, provider }) => ({ vendor: provider, provider: vendor })),
    { relatives: ['HTTP-14'] },
  ),
  slip(
    'CREATE-14',
    'the vendor is kept, and forgotten in the stored action when it has all parts',
    keeps(({ vendorInformation }) =>
      vendorInformation?.subProvider ? { vendorInformation: { ...vendorInformation, subProvider: null } } : {},
    ),
  ),
  slip(
    'CREATE-15',
    'parts of the vendor that were not sent are empty texts',
    rewritesVendor(({ providerVersion, subProvider }) => ({
      providerVersion: providerVersion ?? '',
      subProvider: subProvider ?? '',
    })),
  ),
  slip(
    'CREATE-15',
    'a version of the provider that was not sent is made up',
    rewritesVendor(({ providerVersion }) => ({ providerVersion: providerVersion ?? '1.0' })),
  ),
  slip('CREATE-15', 'parts of the vendor that were not sent are those of an action before', () => {
    let before: unknown = null;
    return rewritesVendor(({ subProvider }) => {
      before = subProvider ?? before;
      return { subProvider: before };
    });
  }),
];
