import { mutant } from '../../selftest/mutant.js';
import type { Difference } from '../../selftest/server/difference.js';
import { rejectWith } from '../../selftest/server/reject-with.js';

/** Throttles every seventh request after the first thirty, which belong to the probe. */
function throttles(respond: (request: Request) => Response): () => Difference {
  return () => {
    let count = 0;
    return { fetch: (inner) => (request) => (++count > 30 && count % 7 === 0 ? respond(request) : inner(request)) };
  };
}

export const mutants = [
  mutant('HTTP-7', 'a 429 response has no Retry-After header', throttles(rejectWith(429))),
  mutant('HTTP-7', 'Retry-After of a 429 response is negative', throttles(rejectWith(429, { 'retry-after': '-1' }))),
  mutant(
    'HTTP-7',
    'Retry-After of a 429 response is an ISO date',
    throttles((request) => rejectWith(429, { 'retry-after': new Date().toISOString() })(request)),
  ),
  mutant(
    'HTTP-7',
    'a 429 response has a plain-text body',
    throttles(
      () =>
        new Response('Slow down', {
          status: 429,
          headers: {
            'retry-after': '0',
            'content-type': 'application/json',
            'request-id': '1',
            date: new Date().toUTCString(),
          },
        }),
    ),
    { alsoFails: ['ERROR-1'] },
  ),
];
