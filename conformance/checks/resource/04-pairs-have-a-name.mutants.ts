import { mutant } from '../../selftest/mutant.js';
import { editsEach, editsMember, lists, renamesMember, shows } from '../../selftest/mutants/shown.js';

function numeric(value: unknown): unknown {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
}

export const mutants = [
  mutant(
    'RESOURCE-4',
    'list shows the name of a pair as key',
    lists(editsMember('parameters', editsEach(renamesMember('name', 'key')))),
    { alsoFails: ['RESOURCE-18', 'LIST-2'] },
  ),
  mutant(
    'RESOURCE-4',
    'numeric values of parameters are numbers',
    shows(editsMember('parameters', editsEach(editsMember('value', numeric)))),
    { alsoFails: ['CREATE-12', 'CREATE-13', 'LIST-2', 'UPDATE-4', 'UPDATE-7'] },
  ),
];
