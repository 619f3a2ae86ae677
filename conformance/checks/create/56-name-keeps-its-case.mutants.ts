import { mutant } from '../../selftest/mutant.js';
import { editedText, keeps, makes } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-56',
    'create stores names in lower case',
    makes(({ name }) => ({ name: name?.toLowerCase() ?? null })),
  ),
  mutant(
    'CREATE-56',
    'create stores names with only the first letter in upper case',
    makes(({ name }) => ({
      name: editedText(name, (all) => all.slice(0, 1).toUpperCase() + all.slice(1).toLowerCase()),
    })),
  ),
  mutant(
    'CREATE-56',
    'create returns the name as sent but stores it with a capital first letter',
    keeps(({ name }) => ({ name: name && name.slice(0, 1).toUpperCase() + name.slice(1) })),
  ),
];
