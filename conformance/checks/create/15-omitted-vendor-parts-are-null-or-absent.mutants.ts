import { mutant } from '../../selftest/mutant.js';
import { rewritesVendor } from '../../selftest/mutants/create/vendor.js';

export const mutants = [
  mutant(
    'CREATE-15',
    'create stores omitted vendor parts as empty strings',
    rewritesVendor(({ providerVersion, subProvider }) => ({
      providerVersion: providerVersion ?? '',
      subProvider: subProvider ?? '',
    })),
  ),
  mutant(
    'CREATE-15',
    'create sets an omitted providerVersion to 1.0',
    rewritesVendor(({ providerVersion }) => ({ providerVersion: providerVersion ?? '1.0' })),
  ),
  mutant('CREATE-15', 'create copies an omitted subProvider from an earlier action', () => {
    let before: unknown = null;
    return rewritesVendor(({ subProvider }) => {
      before = subProvider ?? before;
      return { subProvider: before };
    });
  }),
];
