import type { Operation } from '../../../generated/requirements.js';
import type { StoredAction } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import type { MakesDifference } from '../../selftest/server/difference.js';

/** From the third read on, an operation shows the previous version of an unchanged action every second time, like one of two replicas that is behind. */
function alternatesVersions(operation: Operation): MakesDifference {
  return () => {
    const before = new Map<string, StoredAction>();
    const reads = new Map<string, number>();
    return {
      behaviour: (right) => ({
        save: (collection, action, by) => {
          const version = right.lookUp(collection, action.id, by);
          if (version) before.set(action.id, version.action);
          return right.save(collection, action, by);
        },
        lookUp: (collection, id, by) => {
          const version = right.lookUp(collection, id, by);
          if (by === 'update' || by === 'cancel') reads.delete(id);
          if (by !== operation || !version) return version;
          const times = (reads.get(id) ?? 0) + 1;
          reads.set(id, times);
          const old = before.get(id);
          return times >= 3 && times % 2 === 1 && old ? { ...version, action: old } : version;
        },
      }),
    };
  };
}

export const mutants = [
  mutant('RESOURCE-14', 'every second get shows an earlier version', alternatesVersions('get'), {
    alsoFails: ['SURFACE-12', 'RESOURCE-13', 'LIFECYCLE-2', 'LIFECYCLE-7', 'LIFECYCLE-10', 'LIFECYCLE-15'],
  }),
  mutant('RESOURCE-14', 'every second list shows an earlier version', alternatesVersions('list'), {
    alsoFails: ['RESOURCE-13'],
  }),
];
