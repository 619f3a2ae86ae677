import { expect, test } from 'vitest';
import { durationMs, milliseconds } from './duration.js';

test.each([
  ['1500', 1_500],
  ['1500ms', 1_500],
  ['1.5s', 1_500],
  ['5m', 300_000],
  ['24h', 86_400_000],
])('the time %s is %i milliseconds', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
  expect(milliseconds(0)(text)).toBe(ms);
});

test.each(['', 's', '5 m', '-5s', '1d', '25h', '1e3', '0'])('"%s" is no time from 1 ms to 24 h', (text) => {
  expect(() => milliseconds(1)(text)).toThrow(/Expected a time such as 90s, 5m or 1500 \(milliseconds\)/);
});

test('a limit of no time is accepted where waiting may be switched off', () => {
  expect(milliseconds(0)('0s')).toBe(0);
});

test('a limit of its own is named', () => {
  expect(milliseconds(0, 3_600_000)('60m')).toBe(3_600_000);
  expect(() => milliseconds(0, 3_600_000)('61m')).toThrow(/at most 1h\.$/);
});
