import { expect, test } from 'vitest';
import { Shared } from './shared.js';

test('what inputs share is made once, also by inputs that ask at the same time', async () => {
  const shared = new Shared();
  let made = 0;
  const make = async () => ++made;
  expect(await Promise.all([shared.once('a', make), shared.once('a', make)])).toEqual([1, 1]);
  expect(await shared.once('a', make)).toBe(1);
  expect(await shared.once('b', make)).toBe(2);
});

test('what could not be made is made again for the next input', async () => {
  const shared = new Shared();
  await expect(shared.once('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await shared.once('a', async () => 1)).toBe(1);
});

test('an action is used by one input at a time', () => {
  const shared = new Shared();
  expect(shared.take('new')).toBeUndefined();
  shared.leave('new', 'a');
  expect(shared.take('finished')).toBeUndefined();
  expect(shared.take('new')).toBe('a');
  expect(shared.take('new')).toBeUndefined();
});
