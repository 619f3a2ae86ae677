import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { operationOf } from '../../selftest/server/operation.js';
import { refused } from '../../selftest/server/refused.js';

/** Every other create is carried out and, when it is sent for the first time, answered with this. Which ones depends on their bodies alone. */
function doneAndThrottled(status: 429 | 503): () => Difference {
  return () => {
    const known = new Set<string>();
    return {
      fetch: (inner) => async (request) => {
        const body = operationOf(request) === 'create' ? await request.clone().text() : '';
        const response = await inner(request);
        const unlucky = Buffer.from(body).reduce((sum, byte) => sum + byte, 0) % 2 === 0;
        if (response.status !== 201 || !unlucky || known.has(body)) return response;
        known.add(body);
        return refused(status, { 'retry-after': '0' })(request);
      },
    };
  };
}

export const mutants = [
  mutant('HTTP-8', 'a create is counted after it was made', doneAndThrottled(429)),
  mutant('HTTP-8', 'a create is made and then found to have taken too long', doneAndThrottled(503)),
];
