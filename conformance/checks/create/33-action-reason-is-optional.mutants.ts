import { mutant } from '../../selftest/mutant.js';
import { rejectsCreate } from '../../selftest/mutants/create/create.js';

export const mutants = [
  mutant(
    'CREATE-33',
    'create requires a reason when a clientContext is sent',
    rejectsCreate(({ clientContext, actionReason }) => clientContext !== undefined && actionReason === undefined),
    { alsoFails: ['CREATE-1', 'CREATE-11', 'CREATE-28', 'CREATE-34'] },
  ),
];
