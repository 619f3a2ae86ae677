import { mutant } from '../../selftest/mutant.js';
import { keeps, makes, text } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-56',
    'names are stored in lower case',
    makes(({ name }) => ({ name: name?.toLowerCase() ?? null })),
  ),
  mutant(
    'CREATE-56',
    'names are stored with one capital, at the beginning',
    makes(({ name }) => ({ name: text(name, (all) => all.slice(0, 1).toUpperCase() + all.slice(1).toLowerCase()) })),
  ),
  mutant(
    'CREATE-56',
    'the answer has the name as sent, the stored action with a capital',
    keeps(({ name }) => ({ name: name && name.slice(0, 1).toUpperCase() + name.slice(1) })),
  ),
];
