import { expect, test } from 'vitest';
import { drawFrom } from '../../engine/world/draw.js';
import { allAtOnce, atOnce, latest, offsets } from './at-once.js';

test('the same seed gives the same offsets, and they are mostly none and never long', () => {
  const drawn = (seed: number) => offsets(drawFrom(seed, 'offsets'), 400);
  expect(drawn(3)).toEqual(drawn(3));
  const all = Array.from({ length: 20 }, (_, seed) => offsets(drawFrom(seed, 'offsets'), 5)).flat();
  expect(Math.max(...all)).toBe(latest);
  expect(all.filter((ms) => ms === 0).length).toBeGreaterThan(all.length / 2);
});

test('everything is under way before anything has ended', async () => {
  let under = 0;
  const most = await atOnce(
    drawFrom(1, 'at once'),
    Array.from({ length: 5 }, () => async () => {
      under += 1;
      await new Promise((done) => setTimeout(done, 30));
      return under;
    }),
  );
  expect(most).toEqual(Array.from({ length: 5 }, () => ({ status: 'fulfilled', value: 5 })));
});

test('one that fails is thrown when all are over', async () => {
  let over = 0;
  const slow = async () => {
    await new Promise((done) => setTimeout(done, 20));
    over += 1;
  };
  const failing = async () => {
    throw new Error('the one');
  };
  await expect(allAtOnce(drawFrom(1, 'fails'), [slow, failing, slow])).rejects.toThrow('the one');
  expect(over).toBe(2);
});
