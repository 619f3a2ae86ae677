import { mutant } from '../../selftest/mutant.js';
import { makes } from '../../selftest/mutants/create/create.js';
import { editActions, on } from '../../selftest/server/wire.js';

export const mutants = [
  mutant(
    'CREATE-43',
    'errorInfo of a new action has code 0',
    makes(() => ({ errorInfo: { code: 0, message: null, subcode: 0 } })),
  ),
  mutant(
    'CREATE-43',
    'create returns errorInfo with the code 200',
    {
      fetch: editActions(on('create'), (action) => ({
        ...action,
        errorInfo: { code: 200, message: 'OK', subcode: 0 },
      })),
    },
    { alsoFails: ['RESOURCE-18'] },
  ),
];
