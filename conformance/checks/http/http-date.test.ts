import { expect, test } from 'vitest';
import { isHttpDate } from './_http-date.js';

test.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
  '%s is an HTTP date',
  (value) => expect(isHttpDate(value)).toBe(true),
);

test.each([
  '',
  '-5',
  '5',
  'tomorrow 1',
  '1994-11-06T08:49:37Z',
  'Sun, 06 Nov 1994 08:49:37 +0000',
  'Sun, 06 Nov 1994 28:49:37 GMT',
])('%j is not an HTTP date', (value) => expect(isHttpDate(value)).toBe(false));
