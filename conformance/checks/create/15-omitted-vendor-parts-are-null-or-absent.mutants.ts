import { mutant } from '../../selftest/mutant.js';
import { rewritesVendor } from '../../selftest/mutants/create/vendor.js';

export const mutants = [
  mutant(
    'CREATE-15',
    'parts of the vendor that were not sent are empty texts',
    rewritesVendor(({ providerVersion, subProvider }) => ({
      providerVersion: providerVersion ?? '',
      subProvider: subProvider ?? '',
    })),
  ),
  mutant(
    'CREATE-15',
    'a version of the provider that was not sent is made up',
    rewritesVendor(({ providerVersion }) => ({ providerVersion: providerVersion ?? '1.0' })),
  ),
  mutant('CREATE-15', 'parts of the vendor that were not sent are those of an action before', () => {
    let before: unknown = null;
    return rewritesVendor(({ subProvider }) => {
      before = subProvider ?? before;
      return { subProvider: before };
    });
  }),
];
