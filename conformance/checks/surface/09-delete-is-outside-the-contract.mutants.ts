import type { MakesDifference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { allow, done, item, takes } from '../../selftest/mutants/surface/methods.js';
import { refused } from '../../selftest/server/refused.js';

/** DELETE is refused, and the action is gone all the same. */
const deletesAndRefuses: MakesDifference = () => {
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
  mutant('SURFACE-9', 'DELETE is answered with 204 and deletes nothing', takes('DELETE', item, done)),
  mutant('SURFACE-9', 'DELETE is refused, and the action is gone', deletesAndRefuses),
];
