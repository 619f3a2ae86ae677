import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isTimestamp } from '../../model/instant.js';
import { datesIn } from './_dates.js';

export default rule('RESOURCE-8', {
  over: 'securityAction',
  where: (seen) => datesIn(seen).length > 0,
  check: (seen) => {
    for (const { value, at } of datesIn(seen)) {
      expectThat(isTimestamp(value), {
        message: 'a date is not an RFC 3339 timestamp',
        expected: 'an RFC 3339 timestamp with T, a zone and at most 12 fractional digits',
        received: preview(value),
        at,
        exchange: seen.exchange,
      });
    }
  },
});
