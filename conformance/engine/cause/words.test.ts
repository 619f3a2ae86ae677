import { expect, test } from 'vitest';
import { count, span } from './words.js';

test.each([
  [900, '900 ms'],
  [5_200, '5.2 s'],
  [900_000, '15 minutes'],
  [12_600_000, '3.5 hours'],
  [345_600_000, '4 days'],
  [1_794_009_960_000, '20,764 days'],
])('%i ms are %s', (ms, text) => {
  expect(span(ms)).toBe(text);
});

test('a number has its noun in the right number', () => {
  expect([count(0, 'element'), count(1, 'element'), count(1_000, 'element')]).toEqual([
    '0 elements',
    '1 element',
    '1,000 elements',
  ]);
  expect([count(1, 'entry', 'entries'), count(2, 'entry', 'entries')]).toEqual(['1 entry', '2 entries']);
});
