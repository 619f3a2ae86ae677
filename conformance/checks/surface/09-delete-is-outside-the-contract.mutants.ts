import { mutant } from '../../selftest/mutant.js';
import { allowHeader, itemPattern, noContent, respondsTo } from '../../selftest/mutants/surface/methods.js';
import type { MakesDifference } from '../../selftest/server/difference.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

/** Rejects DELETE but deletes the action. */
const deletesAndRejects: MakesDifference = () => {
  const gone = new Set<string>();
  return {
    ...respondsTo('DELETE', itemPattern, (request) => {
      gone.add(new URL(request.url).pathname.split('/').at(-1) ?? '');
      return rejectWith(405, allowHeader)(request);
    }),
    behaviour: (right) => ({
      lookUp: (collection, id, by) => (gone.has(id) ? undefined : right.lookUp(collection, id, by)),
    }),
  };
};

export const mutants = [
  mutant('SURFACE-9', 'DELETE responds with 204 but deletes nothing', respondsTo('DELETE', itemPattern, noContent)),
  mutant('SURFACE-9', 'a rejected DELETE deletes the action', deletesAndRejects),
];
