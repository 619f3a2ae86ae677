import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { datesIn } from './_dates.js';

export default rule('RESOURCE-9', {
  over: 'securityAction',
  where: (seen) => datesIn(seen).length > 0,
  check: (seen) => {
    for (const { value, at } of datesIn(seen)) {
      expectThat(/(Z|\+00:00)$/.test(value), {
        message: 'a date is not in UTC',
        expected: 'a date in UTC that ends in Z or +00:00',
        received: value,
        at,
        exchange: seen.exchange,
      });
    }
  },
});
