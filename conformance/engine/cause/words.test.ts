import { expect, test } from 'vitest';
import { span } from './words.js';

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
