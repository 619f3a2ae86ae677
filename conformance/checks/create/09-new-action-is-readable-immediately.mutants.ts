import type { Version } from '../../reference/store.js';
import { mutant } from '../../selftest/mutant.js';
import { oneIndex } from '../../selftest/mutants/races/creates.js';
import { racing } from '../../selftest/mutants/races/racing.js';
import type { MakesDifference } from '../../selftest/server/difference.js';

/** A server that edits the result of the first get of an action with 50 pairs or more. */
function firstGet(edit: (version: Version) => Version | undefined): MakesDifference {
  return () => {
    const read = new Set<string>();
    return {
      behaviour: (right) => ({
        lookUp: (collection, id, by) => {
          const version = right.lookUp(collection, id, by);
          if (by !== 'get' || read.has(id) || (version?.action.parameters.length ?? 0) < 50) return version;
          read.add(id);
          return version && edit(version);
        },
      }),
    };
  };
}

export const mutants = [
  mutant(
    'CREATE-9',
    'the first get of a large new action responds with 404',
    firstGet(() => undefined),
  ),
  mutant(
    'CREATE-9',
    'the first get of a large new action shows no clientContext',
    firstGet((version) => ({ ...version, action: { ...version.action, clientContext: null } })),
  ),
  racing('CREATE-9', 'concurrent creates overwrite the index of ids', oneIndex('by their id')),
];
