import { expect, test } from 'vitest';
import { headerFields } from '../evidence/header-fields.js';
import { retryAfterMs } from './overload.js';

const now = Date.UTC(2026, 0, 1);
const asked = (value: string) => retryAfterMs({ headers: headerFields([['Retry-After', value]]) }, now);

test.each([
  ['0', 0],
  ['99999999', 99_999_999_000],
  ['0.250', 250],
  ['Thu, 01 Jan 2026 00:00:03 GMT', 3_000],
  ['Thu, 01 Jan 2025 00:00:00 GMT', 0],
  ['Fri, 31 Dec 9999 23:59:59 GMT', 253_402_300_799_000 - now],
])('Retry-After: %s asks to wait', (value, ms) => {
  expect(asked(value)).toBe(ms);
});

test.each(['-5', '', '1e3', '0x10', 'soon', '2 seconds', 'NaN'])('Retry-After: %j asks for nothing', (value) => {
  expect(asked(value)).toBeUndefined();
});
