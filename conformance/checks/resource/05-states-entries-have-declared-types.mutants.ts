import { mutant } from '../../selftest/mutant.js';
import { editsEach, editsMember, lowerFirst, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-5',
    'status in states is in camel case',
    shows(editsMember('states', editsEach(editsMember('status', lowerFirst)))),
    { alsoFails: ['LIST-2'] },
  ),
  mutant(
    'RESOURCE-5',
    'user in states is an object',
    shows(
      editsMember(
        'states',
        editsEach((entry) => ({ ...entry, user: { id: entry.appId } })),
      ),
    ),
    { alsoFails: ['LIST-2', 'CANCEL-8'] },
  ),
];
