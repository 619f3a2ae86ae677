import { mutant } from '../../selftest/mutant.js';
import { encodedIdIn } from '../../selftest/mutants/get/id.js';
import type { Difference } from '../../selftest/server/difference.js';
import { rejectWith } from '../../selftest/server/reject-with.js';
import { on, respondInstead } from '../../selftest/server/wire.js';

/** Rejects gets with 404 depending on how the id is written in the path. */
function doesNotFind(which: (id: string) => boolean): Difference {
  const wanted = on('get');
  return {
    fetch: respondInstead((asked) => wanted(asked) && which(encodedIdIn(asked.request)), rejectWith(404)),
  };
}

export const mutants = [
  mutant(
    'GET-8',
    'get does not decode the id',
    doesNotFind((id) => id.includes('%')),
  ),
  mutant(
    'GET-8',
    'get decodes only upper-case hexadecimal digits',
    doesNotFind((id) => /%[0-9A-F]*[a-f]/.test(id)),
  ),
];
