import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { idIn } from '../../selftest/mutants/get/id.js';
import { refused } from '../../selftest/server/refused.js';
import { instead, on } from '../../selftest/server/wire.js';

/** Gets whose id stands in the path in such a way find nothing. */
function misses(which: (id: string) => boolean): Difference {
  const wanted = on('get');
  return {
    fetch: instead((asked) => wanted(asked) && which(idIn(asked.request)), refused(404)),
  };
}

export const mutants = [
  mutant(
    'GET-8',
    'the id is not decoded',
    misses((id) => id.includes('%')),
  ),
  mutant(
    'GET-8',
    'only capitals are hexadecimal digits',
    misses((id) => /%[0-9A-F]*[a-f]/.test(id)),
  ),
];
