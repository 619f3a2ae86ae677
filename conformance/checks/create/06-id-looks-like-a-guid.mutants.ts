import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant('CREATE-6', 'create returns numbered ids instead of GUIDs', () => {
    let count = 0;
    return makes(() => ({ id: `action-${++count}` }));
  }),
];
