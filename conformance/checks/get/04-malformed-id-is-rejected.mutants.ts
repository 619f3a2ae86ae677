import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { idIn } from '../../selftest/mutants/get/id.js';
import { refused } from '../../selftest/server/refused.js';
import { instead, on } from '../../selftest/server/wire.js';

/** Gets of such ids, decoded where that can be, are answered so. */
function ids(which: (id: string) => boolean, answer: (request: Request) => Response): Difference {
  const wanted = on('get');
  return {
    fetch: instead((asked) => wanted(asked) && which(decodeURIComponent(idIn(asked.request))), answer),
  };
}

const guid = /^[0-9a-f-]{36}$/i;

/** Gets look for another id than the one that they were asked for. */
function looksFor(edit: (id: string) => string): Difference {
  return {
    behaviour: (right) => ({
      lookUp: (collection, id, by) => right.lookUp(collection, by === 'get' ? edit(id) : id, by),
    }),
  };
}

export const mutants = [
  mutant(
    'GET-4',
    'an id that is no GUID crashes',
    ids((id) => !guid.test(id), refused(500)),
    { alsoFails: ['LIST-23'] },
  ),
  mutant(
    'GET-4',
    'an id is decoded twice, and what cannot be decoded crashes',
    ids((id) => /%(?![0-9a-f]{2})/i.test(id), refused(500)),
  ),
  mutant(
    'GET-4',
    'a NUL crashes',
    ids((id) => id.includes('\u0000'), refused(500)),
  ),
  mutant(
    'GET-4',
    'the id is an unquoted literal of a query',
    looksFor((id) => id.replace(/' or .*/, '')),
  ),
  mutant(
    'GET-4',
    'only the first part of the id counts',
    looksFor((id) => id.split('/')[0] ?? id),
  ),
  mutant(
    'GET-4',
    'ids are columns of 36 characters',
    looksFor((id) => id.slice(0, 36)),
  ),
];
