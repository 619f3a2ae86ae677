import { mutant } from '../../selftest/mutant.js';
import { changed, lists, shows, updates } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-1',
    'what is not there is an empty text',
    shows((action) => ('errorInfo' in action ? { ...action, errorInfo: action.errorInfo ?? '' } : action)),
    {
      alsoFails: ['CREATE-43', 'LIST-2'],
    },
  ),
  mutant(
    'RESOURCE-1',
    'the list shows the vendor as a text',
    lists(changed('vendorInformation', (vendor) => Object.values(Object(vendor)).join('/'))),
    { alsoFails: ['RESOURCE-18', 'LIST-2'] },
  ),
  mutant('RESOURCE-1', 'an update shows the name in an array', updates(changed('name', (name) => [name])), {
    alsoFails: ['RESOURCE-18'],
  }),
];
