import { mutant } from '../../selftest/mutant.js';
import { editsMember, lists, lowerFirst, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant('RESOURCE-2', 'status is in camel case', shows(editsMember('status', (status) => lowerFirst(status))), {
    alsoFails: ['LIST-2'],
  }),
  mutant(
    'RESOURCE-2',
    'list shows the status Failed as Cancelled',
    lists(editsMember('status', (status) => (status === 'Failed' ? 'Cancelled' : status))),
    { alsoFails: ['RESOURCE-18', 'LIST-2', 'LIST-17'] },
  ),
  mutant(
    'RESOURCE-2',
    'list shows the status NotStarted as an empty string',
    lists(editsMember('status', (status) => (status === 'NotStarted' ? '' : status))),
    { alsoFails: ['RESOURCE-18', 'LIST-2', 'LIST-17'] },
  ),
];
