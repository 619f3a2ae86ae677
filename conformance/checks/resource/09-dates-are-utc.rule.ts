import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isTimestamp } from '../../model/instant.js';
import { datesIn } from './_dates.js';

export default rule('RESOURCE-9', {
  over: 'securityAction',
  where: (seen) => datesIn(seen).some(({ value }) => isTimestamp(value)),
  check: (seen) => {
    for (const { value, at } of datesIn(seen).filter(({ value }) => isTimestamp(value))) {
      expectThat(/(Z|\+00:00)$/.test(value), {
        message: 'a date is not in UTC',
        expected: 'a date in UTC that ends in Z or +00:00',
        received: preview(value),
        at,
        exchange: seen.exchange,
      });
    }
  },
});
