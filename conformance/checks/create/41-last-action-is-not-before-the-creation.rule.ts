import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { instant, millisecond } from '../../model/instant.js';

export default rule('CREATE-41', {
  over: 'securityAction',
  where: ({ action, exchange }) => {
    const hasBothDates = [action.createdDateTime, action.lastActionDateTime].every(
      (date) => instant(date) !== undefined,
    );
    return exchange.operation === 'create' && hasBothDates;
  },
  unseen: 'no new action showed both dates',
  check: ({ action: { createdDateTime, lastActionDateTime }, exchange }) => {
    const [created = 0n, last = 0n] = [instant(createdDateTime), instant(lastActionDateTime)];
    expectThat(last + millisecond >= created, {
      expected: `a time not before createdDateTime ${String(createdDateTime)}`,
      received: preview(lastActionDateTime),
      at: '/lastActionDateTime',
      exchange,
    });
  },
});
