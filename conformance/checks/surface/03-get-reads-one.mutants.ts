import { mutant } from '../../selftest/mutant.js';
import type { MakesDifference } from '../../selftest/server/difference.js';

/** Finds an action in four gets and in no further get. */
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
  mutant('SURFACE-3', 'the fifth get of an action returns 404', readsFourTimes, {
    alsoFails: ['UPDATE-21', 'LIFECYCLE-3'],
  }),
  mutant('SURFACE-3', 'every third get of an action returns 404', () => {
    const reads = new Map<string, number>();
    return {
      behaviour: (right) => ({
        lookUp: (collection, id, by) => {
          if (by === 'get') reads.set(id, (reads.get(id) ?? 0) + 1);
          return by === 'get' && (reads.get(id) ?? 0) % 3 === 0 ? undefined : right.lookUp(collection, id, by);
        },
      }),
    };
  }),
];
