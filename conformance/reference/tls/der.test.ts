import { expect, test } from 'vitest';
import { bitString, integer, objectIdentifier, octetString, sequence, tagged, time, utf8String } from './der.js';

const hex = (encoded: Buffer) => encoded.toString('hex');

// Expected values are from X.690 and from the output of `openssl asn1parse -genstr … -out`.
test.each([
  ['a whole number', integer(Uint8Array.of(5)), '020105'],
  ['zero', integer(Uint8Array.of(0, 0)), '020100'],
  ['a whole number with its first bit set', integer(Uint8Array.of(0x80)), '02020080'],
  ['leading zeros', integer(Uint8Array.of(0, 0, 0x7f)), '02017f'],
  ['an object identifier with large parts', objectIdentifier('1.2.840.113549'), '06062a864886f70d'],
  ['an object identifier below 2.5', objectIdentifier('2.5.29.17'), '0603551d11'],
  ['bits', bitString(Uint8Array.of(0x80), 7), '03020780'],
  ['text', utf8String('Zoë'), '0c045a6fc3ab'],
  ['a year before 2050', time(new Date('2049-12-31T23:59:59.999Z')), '170d3439313233313233353935395a'],
  ['a year from 2050 on', time(new Date('2050-01-01T00:00:00Z')), '180f32303530303130313030303030305a'],
  ['an empty sequence', sequence(), '3000'],
  ['an explicit tag', tagged(3, true, sequence()), 'a3023000'],
  ['an implicit tag', tagged(7, false, Uint8Array.of(127, 0, 0, 1)), '87047f000001'],
])('%s', (_, encoded, expected) => {
  expect(hex(encoded)).toBe(expected);
});

test.each([
  [127, '047f'],
  [128, '048180'],
  [255, '0481ff'],
  [256, '04820100'],
  [65_536, '0483010000'],
])('the length %i', (length, expected) => {
  expect(hex(octetString(new Uint8Array(length))).slice(0, expected.length)).toBe(expected);
});
