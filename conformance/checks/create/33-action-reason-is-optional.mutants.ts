import { mutant } from '../../selftest/mutant.js';
import { refuses } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-33',
    'a context has to have a reason',
    refuses(({ clientContext, actionReason }) => clientContext !== undefined && actionReason === undefined),
    { alsoFails: ['CREATE-1', 'CREATE-11', 'CREATE-28', 'CREATE-34'] },
  ),
];
