import { expect, test } from 'vitest';
import { epochMilliseconds, toUtc } from './instant.js';

test.each(['2014-01-01T00:00:00.001Z', '2014-01-01T00:00:00.0010000Z', '2014-01-01T00:00:00.001000000000Z'])(
  '%s is one millisecond after midnight',
  (date) => expect(epochMilliseconds(date)).toBe(Date.UTC(2014, 0, 1) + 1),
);

test('a date without a fraction is a whole number of seconds', () => {
  expect(epochMilliseconds('2014-01-01T00:00:01Z')).toBe(Date.UTC(2014, 0, 1) + 1000);
});

test('a date with an offset keeps all its fractional digits in UTC', () => {
  expect(toUtc('2014-01-01T03:00:00.001000000009+03:00')).toBe('2014-01-01T00:00:00.001000000009Z');
});
