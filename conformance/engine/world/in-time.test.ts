import { expect, test } from 'vitest';
import { Inconclusive } from '../errors.js';
import { always, quick, targetOf, worldOn } from '../testing.js';
import { inTime } from './in-time.js';

/** An effect that shows after this time, read with a settle time of 60 ms. */
function effectAfter(ms: number) {
  const began = performance.now();
  const world = worldOn(targetOf(always(200, {})), { options: quick({ settleMs: 60 }) });
  return inTime(
    world,
    'a cancelled action ended',
    async () => performance.now() - began >= ms,
    (shown) => shown,
  );
}

test('an effect within the settle time is returned', async () => {
  expect(await effectAfter(0)).toBe(true);
});

// On a busy machine the last read within the settle time may come so late that it shows the effect.
test('an effect that comes late is inconclusive and names --settle', { retry: 3 }, async () => {
  await expect(effectAfter(90)).rejects.toThrow(Inconclusive);
  await expect(effectAfter(90)).rejects.toThrow(/a cancelled action ended only \d+ ms after the request.*--settle \d+/);
});

test('an effect that does not come is returned as it was read last', async () => {
  expect(await effectAfter(3_600_000)).toBe(false);
});
