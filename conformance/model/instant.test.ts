import { expect, test } from 'vitest';
import { instant, isTimestamp, millisecond } from './instant.js';

const at = (text: string) => instant(text) ?? -1n;

test('an instant is counted in picoseconds since 1970', () => {
  expect(at('1970-01-01T00:00:00Z')).toBe(0n);
  expect(at('1970-01-01T00:00:00.000000000001Z')).toBe(1n);
  expect(at('1970-01-01T00:00:00.001Z')).toBe(millisecond);
  expect(at('1970-01-01T00:00:01.5Z')).toBe(1_500n * millisecond);
  expect(at('2026-03-01T12:00:00Z')).toBe(BigInt(Date.parse('2026-03-01T12:00:00Z')) * millisecond);
});

test.each([
  ['2026-01-01T12:00:00+02:00', '2026-01-01T10:00:00Z'],
  ['2026-01-01T00:30:00-05:45', '2026-01-01T06:15:00Z'],
  ['2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00Z'],
  ['2026-01-01T00:00:00-00:00', '2026-01-01T00:00:00Z'],
  ['2025-12-31T23:59:60Z', '2026-01-01T00:00:00Z'],
  ['2026-01-01T00:00:00.1Z', '2026-01-01T00:00:00.100000000000Z'],
])('%s is %s', (one, other) => expect(instant(one)).toBe(at(other)));

test('what lies before 1970, or in the first century, keeps its place in time', () => {
  expect(at('1969-12-31T23:59:59.999Z')).toBe(-millisecond);
  expect(at('0001-01-01T00:00:00Z')).toBe(BigInt(Date.parse('0001-01-01T00:00:00Z')) * millisecond);
  expect(at('0000-02-29T00:00:00Z')).toBe(BigInt(Date.parse('0000-02-29T00:00:00Z')) * millisecond);
});

test('no digit of twelve is lost', () => {
  const [early, late] = ['2026-01-01T00:00:00.123456789012Z', '2026-01-01T00:00:00.123456789013Z'].map(at);
  expect((late ?? 0n) - (early ?? 0n)).toBe(1n);
});

test.each([
  ['2026-02-29T00:00:00Z'],
  ['2026-02-30T00:00:00Z'],
  ['2026-04-31T00:00:00Z'],
  ['2026-13-01T00:00:00Z'],
  ['2026-00-01T00:00:00Z'],
  ['2026-01-01T24:00:00Z'],
  ['2026-01-01T00:60:00Z'],
  ['2026-01-01T00:00:61Z'],
  ['2026-01-01'],
  ['2026-01-01T00:00:00+25:00'],
  ['2026-01-01T00:00:00.Z'],
  ['2026-01-01T00:00:00z '],
  ['String (timestamp)'],
  [''],
  [null],
  [0],
])('%j is no instant', (value) => expect(instant(value)).toBeUndefined());

test('a year has four digits', () => {
  expect(instant('9999-12-31T23:59:59Z')).toBeDefined();
  expect(instant('10000-01-01T00:00:00Z')).toBeUndefined();
  expect(instant(`${'9'.repeat(400)}-01-01T00:00:00Z`)).toBeUndefined();
});

test('a leap day is a day', () => expect(instant('2028-02-29T00:00:00Z')).toBeDefined());

test.each([
  ['2026-01-01T00:00:00'],
  ['2026-01-01 00:00:00Z'],
  ['2026-01-01t00:00:00z'],
  ['2026-01-01T00:00:00.0000000000000Z'],
  ['Thu, 01 Jan 2026 00:00:00 GMT'],
])('%s is no timestamp of the contract, but can be read', (text) => {
  expect(isTimestamp(text)).toBe(false);
  expect(instant(text)).toBe(at('2026-01-01T00:00:00Z'));
});

test('a timestamp of the contract is a day that exists', () => {
  expect([isTimestamp('2026-02-28T00:00:00Z'), isTimestamp('2026-02-29T00:00:00Z')]).toEqual([true, false]);
});
