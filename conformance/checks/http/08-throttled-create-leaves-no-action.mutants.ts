import { mutant } from '../../selftest/mutant.js';
import type { Difference } from '../../selftest/server/difference.js';
import { operationOf } from '../../selftest/server/operation.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

/** Performs about half of all creates, chosen by their bodies, but responds with this status when the body is sent for the first time. */
function storesAndThrottles(status: 429 | 503): () => Difference {
  return () => {
    const known = new Set<string>();
    return {
      fetch: (inner) => async (request) => {
        const body = operationOf(request) === 'create' ? await request.clone().text() : '';
        const response = await inner(request);
        const unlucky = Buffer.from(body).reduce((sum, byte) => sum + byte, 0) % 2 === 0;
        if (response.status !== 201 || !unlucky || known.has(body)) return response;
        known.add(body);
        return rejectWith(status, { 'retry-after': '0' })(request);
      },
    };
  };
}

export const mutants = [
  mutant('HTTP-8', 'a create that responds with 429 stores the action', storesAndThrottles(429)),
  mutant('HTTP-8', 'a create that responds with 503 stores the action', storesAndThrottles(503)),
];
