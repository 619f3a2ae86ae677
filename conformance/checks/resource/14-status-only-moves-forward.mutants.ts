import type { Operation } from '../../../generated/requirements.js';
import type { StoredAction } from '../../reference/action/action.js';
import { mutant } from '../../selftest/mutant.js';
import type { MakesDifference } from '../../selftest/server/difference.js';

/** A read shows the previous version of an action that did not change since it was read twice, like a replica that is behind. */
function showsEarlierVersion(operation: Operation, isBehind: (times: number) => boolean): MakesDifference {
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
          return isBehind(times) && old ? { ...version, action: old } : version;
        },
      }),
    };
  };
}

export const mutants = [
  mutant(
    'RESOURCE-14',
    'every second get shows an earlier version',
    showsEarlierVersion('get', (times) => times >= 3 && times % 2 === 1),
    {
      alsoFails: ['SURFACE-12', 'RESOURCE-13', 'LIFECYCLE-2', 'LIFECYCLE-7', 'LIFECYCLE-10'],
    },
  ),
  mutant(
    'RESOURCE-14',
    'the third list of an action shows an earlier version',
    showsEarlierVersion('list', (times) => times === 3),
    {
      alsoFails: ['RESOURCE-13'],
    },
  ),
];
