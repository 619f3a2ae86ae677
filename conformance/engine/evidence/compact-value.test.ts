import { expect, test } from 'vitest';
import { CompactValue } from './compact-value.js';

const long = Array.from({ length: 2_000 }, (_, at) => ({ at, text: 'ä' }));

test('a large value is kept without the value itself, and read as an equal one', () => {
  const kept = new CompactValue(long);
  expect(kept.value).toEqual(long);
  expect(kept.value).not.toBe(long);
});

test('a small value is kept as it is', () => {
  const value = { status: 'Running' };
  expect(new CompactValue(value).value).toBe(value);
});
