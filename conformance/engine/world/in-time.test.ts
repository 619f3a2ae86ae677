import { expect, test } from 'vitest';
import { Inconclusive } from '../errors.js';
import { always, quick, targetOf, worldOn } from '../testing.js';
import { inTime, untilShown } from './in-time.js';
import { Waits } from './waits.js';

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

const effect = 'the list showed new actions';

function waitsInVain(count: number, wholeMs = 800): Waits {
  const waits = new Waits();
  for (let time = 0; time < count; time++)
    waits.ended(effect, { wholeMs, limitMs: waits.limit(effect, wholeMs), tookMs: undefined });
  return waits;
}

test('a wait is shorter after three whole ones in vain, and one in sixteen is whole again', () => {
  expect(waitsInVain(2).limit(effect, 800)).toBe(800);
  expect(waitsInVain(3).limit(effect, 800)).toBe(100);
  expect(waitsInVain(15).limit(effect, 800)).toBe(100);
  expect(waitsInVain(16).limit(effect, 800)).toBe(800);
});

test('waits in vain say nothing about another effect or about a longer wait', () => {
  expect(waitsInVain(3).limit('a cancelled action ended', 800)).toBe(800);
  expect(waitsInVain(3).limit(effect, 2_400)).toBe(2_400);
});

test('a shorter wait lasts at least twice as long as the effect has ever taken', () => {
  const waits = waitsInVain(3);
  waits.ended(effect, { wholeMs: 800, limitMs: 800, tookMs: 150 });
  expect(waits.limit(effect, 800)).toBe(300);
  waits.ended(effect, { wholeMs: 800, limitMs: 800, tookMs: 500 });
  expect(waits.limit(effect, 800)).toBe(800);
});

test('the notice counts the whole and the shorter waits', () => {
  expect(waitsInVain(3).notices).toEqual([]);
  expect(waitsInVain(8).notices).toEqual([
    'waited 3 times for as long as it should take until the list showed new actions, so 5 later waits for that were shorter',
  ]);
});

test('a run of waits for an effect that never comes reads less often, and a case that judges the effect still waits', async () => {
  const world = worldOn(targetOf(always(200, {})), { options: quick({ settleMs: 80 }) });
  let reads = 0;
  const read = async () => ++reads;
  const never = () => false;
  const limits: number[] = [];
  const ended = world.waits.ended.bind(world.waits);
  world.waits.ended = (of, wait) => {
    limits.push(wait.limitMs);
    ended(of, wait);
  };
  for (let time = 0; time < 6; time++) await untilShown(world, effect, read, never);
  expect(limits).toEqual([80, 80, 80, 10, 10, 10]);
  const wholeReads = reads;
  limits.length = 0;
  for (let time = 0; time < 4; time++) await inTime(world, effect, read, never, { isJudged: true });
  expect(limits).toEqual([240, 240, 240, 240]);
  expect(reads - wholeReads).toBeGreaterThanOrEqual(8);
});

test('an effect that shows at once is no wait', async () => {
  const world = worldOn(targetOf(always(200, {})));
  await untilShown(
    world,
    effect,
    async () => 1,
    () => true,
  );
  expect(world.waits.notices).toEqual([]);
  expect(world.waits.limit(effect, 800)).toBe(800);
});
