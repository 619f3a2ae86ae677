import { mutant } from '../../selftest/mutant.js';
import { changed, inside, lists, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-7',
    'a vendor is an object with a name',
    shows(changed('vendorInformation', inside(changed('vendor', (name) => ({ name }))))),
    { alsoFails: ['CREATE-14', 'LIST-2', 'UPDATE-4', 'CANCEL-8', 'HTTP-14'] },
  ),
  mutant(
    'RESOURCE-7',
    'the list shows the version of the provider as a number',
    lists(
      changed(
        'vendorInformation',
        inside((vendor) => ({ ...vendor, providerVersion: 1.0 })),
      ),
    ),
    { alsoFails: ['RESOURCE-18', 'LIST-2'] },
  ),
];
