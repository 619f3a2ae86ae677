import { rule } from '../../engine/check.js';
import { preview } from '../../engine/evidence/preview.js';
import { expectThat } from '../../engine/judge/expect.js';
import { isFinalStatus } from '../../model/lifecycle.js';
import { isSelected } from './_is-selected.js';

export default rule('RESOURCE-11', {
  over: 'securityAction',
  where: (seen) => isFinalStatus(seen.action.status) && isSelected(seen, 'completedDateTime'),
  unseen: 'no action with a final status was received',
  check: ({ action, exchange, at }) => {
    const completed = action.completedDateTime ?? null;
    expectThat(completed !== null, {
      message: `completedDateTime is not set although the status is ${String(action.status)}`,
      expected: 'a date',
      received: preview(completed),
      at: `${at}/completedDateTime`,
      exchange,
    });
  },
});
