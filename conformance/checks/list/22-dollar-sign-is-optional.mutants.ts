import { mutant } from '../../selftest/mutant.js';
import { readsOptions } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-22',
    'query options without $ are ignored',
    readsOptions((options) => {
      for (const name of [...options.keys()]) if (!name.startsWith('$')) options.delete(name);
    }),
  ),
];
