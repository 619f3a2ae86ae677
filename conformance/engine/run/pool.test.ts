import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pool } from './pool.js';

const items = Array.from({ length: 10 }, (_, index) => index);

test('every item is worked through once, in order, and never more at a time than the width', async () => {
  const begun: number[] = [];
  let busy = 0;
  let most = 0;
  await pool(items, 3, async (item) => {
    begun.push(item);
    most = Math.max(most, ++busy);
    await sleep(1);
    busy -= 1;
  });
  expect(begun).toEqual(items);
  expect(most).toBe(3);
});

test.each([0, -1, 1])('a width of %i works through all, one at a time', async (width) => {
  let done = 0;
  await pool(items, width, async () => {
    done += 1;
  });
  expect(done).toBe(10);
});

test('the first error stops it and is thrown once what has begun is over', async () => {
  const begun: number[] = [];
  let open = 0;
  const working = pool(items, 3, async (item) => {
    begun.push(item);
    open += 1;
    await sleep(item === 0 ? 1 : 15);
    open -= 1;
    if (item < 2) throw new Error(`item ${item}`);
  });
  await expect(working).rejects.toThrow('item 0');
  expect([begun, open]).toEqual([[0, 1, 2], 0]);
});

test('nothing to do is done at once', async () => {
  await pool([], 4, () => Promise.reject(new Error('called')));
});
