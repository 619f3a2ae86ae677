import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { together } from './together.js';

test('an error is thrown when all requests have ended', async () => {
  let hasEnded = false;
  const late = sleep(20).then(() => {
    hasEnded = true;
  });
  await expect(together([Promise.reject(new Error('first')), late])).rejects.toThrow('first');
  expect(hasEnded).toBe(true);
});

test('the results come in the order of the requests', async () => {
  expect(await together([sleep(5, 'a'), Promise.resolve(2)])).toEqual(['a', 2]);
});
