import { mutant } from '../../selftest/mutant.js';
import { cancelMakes } from '../../selftest/mutants/changes.js';

export const mutants = [
  mutant(
    'CANCEL-8',
    'get does not find a cancelled action',
    () => {
      const gone = new Set<string>();
      return {
        behaviour: (right) => ({
          cancel: (action, change) => {
            gone.add(action.id);
            return right.cancel(action, change);
          },
          lookUp: (collection, id, by) => (gone.has(id) && by === 'get' ? undefined : right.lookUp(collection, id, by)),
        }),
      };
    },
    {
      alsoFails: ['CANCEL-9', 'CANCEL-10', 'CANCEL-13', 'CANCEL-15', 'LIFECYCLE-3', 'LIFECYCLE-13', 'LIFECYCLE-14'],
      mayFailInAudit: ['GET-1'],
    },
  ),
  mutant(
    'CANCEL-8',
    'errorInfo of a cancelled action has a string as its code',
    cancelMakes((right, before) => right !== before && { errorInfo: { code: 'cancelled', message: null } }),
    { alsoFails: ['RESOURCE-6', 'LIST-2'] },
  ),
];
