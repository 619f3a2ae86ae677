import { mutant } from '../../selftest/mutant.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'UPDATE-3',
    'PATCH returns another id',
    {
      fetch: editActions(on('update'), (action) => ({ ...action, id: `${action.id}x` })),
    },
    { alsoFails: ['UPDATE-2'] },
  ),
  mutant(
    'UPDATE-3',
    'the second PATCH returns another id',
    () => {
      const updated = new Set<unknown>();
      return {
        fetch: editActions(on('update'), (action) => {
          if (updated.has(action.id)) return { ...action, id: `${action.id}-2` };
          updated.add(action.id);
          return action;
        }),
      };
    },
    { alsoFails: ['UPDATE-2'] },
  ),
];
