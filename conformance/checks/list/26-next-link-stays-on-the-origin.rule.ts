import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import type { SeenCollection } from '../../engine/judge/observation.js';
import { withSchemeOf } from '../../engine/world/pages.js';

export default rule('LIST-26', {
  over: 'collection',
  where: (seen) => linkOf(seen) !== undefined,
  unseen: 'no page with an absolute @odata.nextLink was received',
  check: (seen) => {
    const { origin } = new URL(seen.reply.request.url);
    const received = linkOf(seen)?.origin;
    expectThat(received === origin, {
      message: withSchemeOf(origin, linkOf(seen)?.href ?? '')
        ? '@odata.nextLink has another scheme than the target: a proxy in front must send X-Forwarded-Proto, and the service must use it'
        : '@odata.nextLink leads to another origin',
      expected: `the origin ${origin}`,
      received,
      at: '/@odata.nextLink',
      exchange: seen.exchange,
    });
  },
});

/** The link if it is an absolute URL. LIST-5 judges other links. */
function linkOf({ page }: SeenCollection): URL | undefined {
  const link = page['@odata.nextLink'];
  return typeof link === 'string' && URL.canParse(link) ? new URL(link) : undefined;
}
