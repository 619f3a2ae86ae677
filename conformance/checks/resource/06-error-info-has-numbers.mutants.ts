import { mutant } from '../../selftest/mutant.js';
import { editsMember, editsObject, lists, shows } from '../../selftest/mutants/shown.js';

export const mutants = [
  mutant(
    'RESOURCE-6',
    'errorInfo.code is a string',
    shows(editsMember('errorInfo', editsObject(editsMember('code', String)))),
    {
      alsoFails: ['LIST-2', 'CANCEL-8'],
    },
  ),
  mutant(
    'RESOURCE-6',
    'errorInfo.subcode is an unsigned number',
    shows(editsMember('errorInfo', editsObject(editsMember('subcode', () => 0x80004005)))),
    { alsoFails: ['LIST-2', 'CANCEL-8'] },
  ),
  mutant(
    'RESOURCE-6',
    'list shows null for the numbers of errorInfo',
    lists(
      editsMember(
        'errorInfo',
        editsObject((info) => ({ ...info, code: null, subcode: null })),
      ),
    ),
    { alsoFails: ['RESOURCE-18', 'LIST-2'] },
  ),
];
