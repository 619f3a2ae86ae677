import { mutant } from '../../selftest/mutant.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'UPDATE-3',
    'the answer has another id',
    {
      fetch: editActions(on('update'), (action) => ({ ...action, id: `${action.id}x` })),
    },
    { alsoFails: ['SURFACE-12', 'UPDATE-2'] },
  ),
  mutant(
    'UPDATE-3',
    'the second answer has another id',
    () => {
      const answered = new Set<unknown>();
      return {
        fetch: editActions(on('update'), (action) => {
          if (answered.has(action.id)) return { ...action, id: `${action.id}-2` };
          answered.add(action.id);
          return action;
        }),
      };
    },
    { alsoFails: ['UPDATE-2'] },
  ),
];
