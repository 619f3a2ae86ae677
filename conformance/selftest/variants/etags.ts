import { createHash } from 'node:crypto';
import type { Difference, Wrap } from '../server/difference.js';
import { rejectWith } from '../server/reject-with.js';
import { rebuilt } from '../server/wire.js';
import { variant } from '../variant.js';

/** A framework in front of the service adds an `ETag` made from the bytes of each response; the service itself knows none. */
function frameworkTag(prefix: '' | 'W/', accepts: (condition: string) => boolean = () => true): Difference {
  const fetch: Wrap = (inner) => async (request) => {
    const condition = request.headers.get('if-match');
    if (condition !== null && !accepts(condition)) return rejectWith(412)(request);
    const headers = new Headers(request.headers);
    headers.delete('if-match');
    const response = await inner(new Request(request, { headers }));
    const text = (await response.text()).replace(/"@odata\.etag":"(?:[^"\\]|\\.)*",?/g, '');
    const tagged = new Headers(response.headers);
    tagged.delete('etag');
    if (text !== '') tagged.set('etag', `${prefix}"${createHash('sha1').update(text).digest('base64url')}"`);
    return rebuilt(response, { headers: tagged, text });
  };
  return { fetch };
}

export const variants = [
  variant('a framework adds weak entity tags and ignores If-Match', 'etag', frameworkTag('W/')),
  variant('a framework adds strong entity tags and ignores If-Match', 'etag', frameworkTag('')),
  variant(
    'a framework adds weak entity tags and compares If-Match strongly',
    'etag',
    frameworkTag('W/', (condition) => condition === '*'),
  ),
];
