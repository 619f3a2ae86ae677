import { mutant } from '../../selftest/mutant.js';
import { editsMember, editsObject, lists, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-7',
    'vendorInformation.vendor is an object',
    shows(editsMember('vendorInformation', editsObject(editsMember('vendor', (name) => ({ name }))))),
    { alsoFails: ['CREATE-14', 'LIST-2', 'UPDATE-4', 'CANCEL-8', 'HTTP-14'] },
  ),
  mutant(
    'RESOURCE-7',
    'list shows providerVersion as a number',
    lists(
      editsMember(
        'vendorInformation',
        editsObject((vendor) => ({ ...vendor, providerVersion: 1.0 })),
      ),
    ),
    { alsoFails: ['RESOURCE-18', 'LIST-2'] },
  ),
];
