import { expect, test } from 'vitest';
import { SystemClock } from '../world/clock.js';
import { drawFrom } from '../world/draw.js';
import { allAtOnce, longestOffset, offsets } from './at-once.js';

const worldOf = (label: string) => ({ draw: drawFrom(1, label), clock: new SystemClock(() => performance.now()) });

test('a seed always draws the same offsets, most of them zero and none above the limit', () => {
  const drawn = (seed: number) => offsets(drawFrom(seed, 'offsets'), 400);
  expect(drawn(3)).toEqual(drawn(3));
  const all = Array.from({ length: 20 }, (_, seed) => offsets(drawFrom(seed, 'offsets'), 5)).flat();
  expect(Math.max(...all)).toBe(longestOffset);
  expect(all.filter((ms) => ms === 0).length).toBeGreaterThan(all.length / 2);
});

test('allAtOnce starts all tasks before the first one ends', async () => {
  let under = 0;
  const most = await allAtOnce(
    worldOf('at once'),
    Array.from({ length: 5 }, () => async () => {
      under += 1;
      await new Promise((done) => setTimeout(done, 30));
      return under;
    }),
  );
  expect(most).toEqual(Array.from({ length: 5 }, () => 5));
});

test('allAtOnce throws the error of a task after all tasks have ended', async () => {
  let over = 0;
  const slow = async () => {
    await new Promise((done) => setTimeout(done, 20));
    over += 1;
  };
  const failing = async () => {
    throw new Error('the one');
  };
  await expect(allAtOnce(worldOf('fails'), [slow, failing, slow])).rejects.toThrow('the one');
  expect(over).toBe(2);
});
