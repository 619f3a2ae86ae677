import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant('CREATE-6', 'ids are counted', () => {
    let count = 0;
    return makes(() => ({ id: `action-${++count}` }));
  }),
];
