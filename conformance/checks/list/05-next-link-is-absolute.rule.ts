import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';

export default rule('LIST-5', {
  over: 'collection',
  where: ({ page }) => (page['@odata.nextLink'] ?? null) !== null,
  unseen: 'no page with @odata.nextLink was received',
  check: ({ page, exchange }) => {
    const link = page['@odata.nextLink'];
    const absolute = typeof link === 'string' && /^https?:\/\/[^\s]+$/i.test(link) && URL.canParse(link);
    expectThat(absolute, { expected: 'an absolute URL', received: preview(link), at: '/@odata.nextLink', exchange });
  },
});
