import type { Difference } from '../server/difference.js';
import { Quota } from '../server/limits.js';
import { rejectWith } from '../server/reject-with.js';
import { situation } from '../situation.js';

/** A quota of so many requests, and then rejections for 0.6 s in place of the rest of a minute: the run waits in the same way. */
function quota(requests: number, headersAfter: (waitMs: number) => Record<string, string>, isCounted = anyRequest) {
  return (): Difference => {
    const used = new Quota(requests, 600);
    return {
      fetch: (inner) => (request) => {
        const waitMs = isCounted(request) ? used.exceededFor() : 0;
        return waitMs > 0 ? rejectWith(429, headersAfter(waitMs))(request) : inner(request);
      },
      run: { patienceMs: 60_000 },
    };
  };
}

const anyRequest = (_request: Request) => true;
const inSeconds = (waitMs: number) => ({ 'retry-after': String(Math.ceil(waitMs / 1_000)) });
/** The documentation of Graph shows fractions, too. */
const asFraction = (waitMs: number) => ({ 'retry-after': (waitMs / 1_000).toFixed(3) });
/** A date has a resolution of one second. */
const asDate = (waitMs: number) => ({ 'retry-after': new Date(Date.now() + waitMs + 999).toUTCString() });
const counted = /of [\d,]+ responses [\d,]+ were 429[^;]*/;
const waited = { exitCode: 0, says: [counted] };

export const situations = [
  situation(
    'a quota of 1,000 requests in each window, then 429 with Retry-After',
    'allowed',
    quota(1_000, inSeconds),
    waited,
  ),
  situation(
    'a quota of 150 requests in each window, then 429 with Retry-After',
    'allowed',
    quota(150, asFraction),
    waited,
  ),
  situation('a quota, then 429 with a date in Retry-After', 'allowed', quota(400, asDate), waited),
  situation(
    'a quota for writes alone',
    'allowed',
    quota(150, asFraction, ({ method }) => method !== 'GET'),
    waited,
  ),
  situation(
    'a quota, then 429 with a Retry-After that is too short',
    'allowed',
    quota(400, () => ({ 'retry-after': '0' })),
    waited,
  ),
  situation(
    'a quota, then 429 without Retry-After',
    'fault',
    quota(400, () => ({})),
    {
      exitCode: 1,
      fails: ['HTTP-7'],
      says: [counted],
    },
  ),
];
