import { rule } from '../../kit/check.js';
import { expectThat } from '../../kit/expect.js';
import { instant, millisecond } from '../../kit/instant.js';

export default rule('RESOURCE-10', {
  over: 'securityAction',
  where: ({ action }) =>
    instant(action.createdDateTime) !== undefined && instant(action.completedDateTime) !== undefined,
  unseen: 'no action showed both dates',
  check: ({ action, exchange, at }) => {
    const created = instant(action.createdDateTime) ?? 0n;
    const completed = instant(action.completedDateTime) ?? 0n;
    const expected = `not before createdDateTime, ${String(action.createdDateTime)}`;
    expectThat(completed + millisecond >= created, {
      expected,
      received: action.completedDateTime,
      at: `${at}/completedDateTime`,
      exchange,
    });
  },
});
