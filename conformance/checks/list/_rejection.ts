import type { Reply } from '../../engine/evidence/reply.js';
import { expectThat } from '../../engine/judge/expect.js';

/** Expects a list that was not returned to be rejected with a 4xx status or 501 (decision 0040). */
export function expectListRejection({ status, exchange }: Reply): void {
  expectThat((status >= 400 && status < 500) || status === 501, {
    message: 'the list is neither returned nor rejected with a 4xx status or 501',
    expected: 'status 200, 206, 501 or 4xx',
    received: `status ${status}`,
    at: 'status',
    exchange,
  });
}
