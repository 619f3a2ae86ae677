import { mutant } from '../../selftest/mutant.js';
import { asked } from '../../selftest/mutants/list/list.js';

export const mutants = [
  mutant(
    'LIST-22',
    'options need their $',
    asked((options) => {
      for (const name of [...options.keys()]) if (!name.startsWith('$')) options.delete(name);
    }),
  ),
];
