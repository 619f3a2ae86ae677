import { rule } from '../../engine/check.js';
import { expectEqual } from '../../engine/judge/expect.js';
import type { SeenCollection } from '../../engine/judge/observation.js';

export default rule('LIST-26', {
  over: 'collection',
  where: (seen) => linkOf(seen) !== undefined,
  unseen: 'no page had a @odata.nextLink',
  check: (seen) => {
    const { origin } = new URL(seen.exchange.request.url);
    expectEqual(linkOf(seen)?.origin, origin, '/@odata.nextLink', seen.exchange);
  },
});

/** The link where it can be read as an absolute URL; one that cannot is judged elsewhere. */
function linkOf({ page }: SeenCollection): URL | undefined {
  const link = page['@odata.nextLink'];
  return typeof link === 'string' && URL.canParse(link) ? new URL(link) : undefined;
}
