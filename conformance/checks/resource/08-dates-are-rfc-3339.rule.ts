import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { instant } from '../../model/instant.js';
import { datesIn } from './_dates.js';

export default rule('RESOURCE-8', {
  over: 'securityAction',
  where: (seen) => datesIn(seen).length > 0,
  check: (seen) => {
    for (const { value, at } of datesIn(seen)) {
      expectThat(instant(value) !== undefined, {
        message: 'a date is not an RFC 3339 timestamp',
        expected: 'an RFC 3339 timestamp with T, a zone and at most 12 fractional digits',
        received: value,
        at,
        exchange: seen.exchange,
      });
    }
  },
});
