import { mutant } from '../../selftest/mutant.js';
import { editsMember, lists, shows, updates } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-1',
    'an absent errorInfo is an empty string',
    shows((action) => ('errorInfo' in action ? { ...action, errorInfo: action.errorInfo ?? '' } : action)),
    {
      alsoFails: ['CREATE-43', 'LIST-2'],
    },
  ),
  mutant(
    'RESOURCE-1',
    'list shows vendorInformation as a string',
    lists(editsMember('vendorInformation', (vendor) => Object.values(Object(vendor)).join('/'))),
    { alsoFails: ['RESOURCE-18', 'LIST-2'] },
  ),
  mutant('RESOURCE-1', 'update shows name as an array', updates(editsMember('name', (name) => [name])), {
    alsoFails: ['RESOURCE-18'],
  }),
];
