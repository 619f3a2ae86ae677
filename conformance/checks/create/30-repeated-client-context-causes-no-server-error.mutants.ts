import { mutant } from '../../selftest/mutant.js';
import { rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant('CREATE-30', 'create crashes when a clientContext is repeated', () => {
    const used = new Set<unknown>();
    return rejectsCreate(
      ({ clientContext = null }) => clientContext !== null && (used.has(clientContext) || !used.add(clientContext)),
      500,
    );
  }),
];
