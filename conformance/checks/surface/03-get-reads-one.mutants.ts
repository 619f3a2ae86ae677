import type { MakesDifference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';

/** Four gets of an action are answered, and no further one. */
const readsFourTimes: MakesDifference = () => {
  const reads = new Map<string, number>();
  return {
    behaviour: (right) => ({
      lookUp: (collection, id, by) => {
        if (by !== 'get') return right.lookUp(collection, id, by);
        const times = (reads.get(id) ?? 0) + 1;
        reads.set(id, times);
        return times > 4 ? undefined : right.lookUp(collection, id, by);
      },
    }),
  };
};

export const mutants = [
  mutant('SURFACE-3', 'an action that was read four times cannot be read again', readsFourTimes, {
    alsoFails: ['UPDATE-21', 'LIFECYCLE-3', 'LIFECYCLE-14'],
  }),
];
