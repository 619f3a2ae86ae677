import { mutant } from '../../selftest/mutant.js';
import { allow, done, item, takes } from '../../selftest/mutants/surface/methods.js';
import type { MakesDifference } from '../../selftest/server/difference.js';
import { refused } from '../../selftest/server/refused.js';

/** Rejects DELETE but deletes the action. */
const deletesAndRejects: MakesDifference = () => {
  const gone = new Set<string>();
  return {
    ...takes('DELETE', item, (request) => {
      gone.add(new URL(request.url).pathname.split('/').at(-1) ?? '');
      return refused(405, allow)(request);
    }),
    behaviour: (right) => ({
      lookUp: (collection, id, by) => (gone.has(id) ? undefined : right.lookUp(collection, id, by)),
    }),
  };
};

export const mutants = [
  mutant('SURFACE-9', 'DELETE responds with 204 but deletes nothing', takes('DELETE', item, done)),
  mutant('SURFACE-9', 'a rejected DELETE deletes the action', deletesAndRejects),
];
