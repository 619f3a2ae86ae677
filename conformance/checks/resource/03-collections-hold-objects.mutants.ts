import { mutant } from '../../selftest/mutant.js';
import { editsEach, editsMember, lists, shows, updates } from '../../selftest/mutants/shown.js';

function listOf(value: unknown): readonly { readonly name: string; readonly value: string }[] {
  return Array.isArray(value) ? value : [];
}

export const mutants = [
  mutant(
    'RESOURCE-3',
    'list shows parameters as an object',
    lists(
      editsMember('parameters', (pairs) => Object.fromEntries(listOf(pairs).map(({ name, value }) => [name, value]))),
    ),
    { alsoFails: ['RESOURCE-1', 'RESOURCE-18', 'LIST-2'] },
  ),
  mutant(
    'RESOURCE-3',
    'states holds strings',
    shows(
      editsMember(
        'states',
        editsEach(({ status }) => status),
      ),
    ),
    { alsoFails: ['LIST-2', 'UPDATE-15', 'CANCEL-8', 'LIFECYCLE-6'] },
  ),
  mutant(
    'RESOURCE-3',
    'update shows null for each entry of states',
    updates(
      editsMember(
        'states',
        editsEach(() => null),
      ),
    ),
    { alsoFails: ['RESOURCE-13', 'RESOURCE-18', 'LIFECYCLE-7'] },
  ),
];
