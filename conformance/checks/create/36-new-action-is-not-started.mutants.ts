import { mutant } from '../../selftest/mutant.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CREATE-36',
    'the answer to a create says Running, and a get then NotStarted',
    {
      fetch: editActions(on('create'), (action) => ({ ...action, status: 'Running' })),
    },
    { alsoFails: ['RESOURCE-14', 'RESOURCE-18', 'LIFECYCLE-1', 'LIFECYCLE-2'] },
  ),
  mutant(
    'CREATE-36',
    'the answer to a create shows no status',
    {
      fetch: editActions(on('create'), ({ status: _, ...action }) => action),
    },
    { alsoFails: ['RESOURCE-18', 'LIFECYCLE-1'] },
  ),
];
