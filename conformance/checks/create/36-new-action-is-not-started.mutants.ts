import { mutant } from '../../selftest/mutant.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CREATE-36',
    'create responds with Running although the next get shows NotStarted',
    {
      fetch: editActions(on('create'), (action) => ({ ...action, status: 'Running' })),
    },
    { alsoFails: ['RESOURCE-14', 'RESOURCE-18', 'LIFECYCLE-1', 'LIFECYCLE-2'] },
  ),
  mutant(
    'CREATE-36',
    'create returns no status',
    {
      fetch: editActions(on('create'), ({ status: _, ...action }) => action),
    },
    { alsoFails: ['RESOURCE-18', 'LIFECYCLE-1'] },
  ),
];
