import type { Difference } from '../../selftest/server/difference.js';
import { mutant } from '../../selftest/mutant.js';
import { refused } from '../../selftest/server/refused.js';

/** After the first thirty requests, which are the probe's, every seventh is turned away with this. */
function throttled(answer: (request: Request) => Response): () => Difference {
  return () => {
    let count = 0;
    return { fetch: (inner) => (request) => (++count > 30 && count % 7 === 0 ? answer(request) : inner(request)) };
  };
}

export const mutants = [
  mutant('HTTP-7', 'a 429 does not say how long to wait', throttled(refused(429))),
  mutant('HTTP-7', 'a 429 says to wait less than nothing', throttled(refused(429, { 'retry-after': '-1' }))),
  mutant(
    'HTTP-7',
    'a 429 names a date of its own form',
    throttled((request) => refused(429, { 'retry-after': new Date().toISOString() })(request)),
  ),
  mutant(
    'HTTP-7',
    'a 429 comes from a gateway with a text',
    throttled(
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
