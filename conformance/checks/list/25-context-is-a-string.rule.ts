import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';

export default rule('LIST-25', {
  over: 'collection',
  where: ({ page }) => '@odata.context' in page,
  unseen: 'no page with @odata.context was received',
  check: ({ page, exchange }) => {
    const context = page['@odata.context'];
    expectThat(typeof context === 'string', {
      expected: 'a string',
      received: preview(context),
      at: '/@odata.context',
      exchange,
    });
  },
});
