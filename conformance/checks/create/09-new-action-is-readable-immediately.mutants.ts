import type { Version } from '../../reference/store.js';
import type { MakesDifference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { oneIndex } from '../../selftest/mutants/races/creates.js';
import { racing } from '../../selftest/mutants/races/racing.js';

/** What the first get of a new action finds, where that is a large one and takes a while to be stored. */
function firstGet(shows: (version: Version) => Version | undefined): MakesDifference {
  return () => {
    const asked = new Set<string>();
    return {
      behaviour: (right) => ({
        lookUp: (collection, id, by) => {
          const version = right.lookUp(collection, id, by);
          if (by !== 'get' || asked.has(id) || (version?.action.parameters.length ?? 0) < 50) return version;
          asked.add(id);
          return version && shows(version);
        },
      }),
    };
  };
}

export const mutants = [
  mutant(
    'CREATE-9',
    'the first get of a large new action does not find it yet',
    firstGet(() => undefined),
  ),
  mutant(
    'CREATE-9',
    'the first get of a large new action shows it without its context',
    firstGet((version) => ({ ...version, action: { ...version.action, clientContext: null } })),
  ),
  racing('CREATE-9', 'creates at the same time write back an index of ids without each other', oneIndex('by their id')),
];
