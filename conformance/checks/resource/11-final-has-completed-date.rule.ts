import { rule } from '../../engine/check.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { askedFor } from './_is-selected.js';

export default rule('RESOURCE-11', {
  over: 'securityAction',
  where: (seen) => isFinalStatus(seen.action.status) && askedFor(seen, 'completedDateTime'),
  unseen: 'no action showed a final status',
  check: ({ action, exchange, at }) => {
    const completed = action.completedDateTime ?? null;
    const expected = `a date, as the status is ${String(action.status)}`;
    expectThat(completed !== null, { expected, received: completed, at: `${at}/completedDateTime`, exchange });
  },
});
