import type { Difference } from '../difference.js';
import { refused } from '../refused.js';
import { slip } from '../slip.js';
import { instead, on } from '../wire.js';

/** The id as it stands in the path, still encoded. */
function idIn(request: Request): string {
  return new URL(request.url).pathname.split('/').at(-1) ?? '';
}

/** Gets of such ids, decoded where that can be, are answered so. */
function ids(which: (id: string) => boolean, answer: (request: Request) => Response): Difference {
  const wanted = on('get');
  return {
    fetch: instead((asked) => wanted(asked) && which(decodeURIComponent(idIn(asked.request))), answer),
  };
}

/** Gets whose id stands in the path in such a way find nothing. */
function misses(which: (id: string) => boolean): Difference {
  const wanted = on('get');
  return {
    fetch: instead((asked) => wanted(asked) && which(idIn(asked.request)), refused(404)),
  };
}

/** Gets look for another id than the one that they were asked for. */
function looksFor(edit: (id: string) => string): Difference {
  return {
    behaviour: (right) => ({
      lookUp: (collection, id, by) => right.lookUp(collection, by === 'get' ? edit(id) : id, by),
    }),
  };
}

const guid = /^[0-9a-f-]{36}$/i;

export const slips = [
  slip(
    'GET-4',
    'an id that is no GUID crashes',
    ids((id) => !guid.test(id), refused(500)),
    { relatives: ['LIST-23'] },
  ),
  slip(
    'GET-4',
    'an id is decoded twice, and what cannot be decoded crashes',
    ids((id) => /%(?![0-9a-f]{2})/i.test(id), refused(500)),
  ),
  slip(
    'GET-4',
    'a NUL crashes',
    ids((id) => id.includes('\u0000'), refused(500)),
  ),
  slip(
    'GET-4',
    'the id is an unquoted literal of a query',
    looksFor((id) => id.replace(/' or .*/, '')),
  ),
  slip(
    'GET-4',
    'only the first part of the id counts',
    looksFor((id) => id.split('/')[0] ?? id),
  ),
  slip(
    'GET-4',
    'ids are columns of 36 characters',
    looksFor((id) => id.slice(0, 36)),
  ),
  slip(
    'GET-8',
    'the id is not decoded',
    misses((id) => id.includes('%')),
  ),
  slip(
    'GET-8',
    'only capitals are hexadecimal digits',
    misses((id) => /%[0-9A-F]*[a-f]/.test(id)),
  ),
];
