import { expect, test } from 'vitest';
import { drawFrom } from '../draw.js';
import { unknownIdLike } from './unknown-id.js';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test.each<[string, readonly string[], RegExp]>([
  ['no id is known', [], guid],
  ['the known id is a GUID', ['6a2f01bd-35e1-4c8c-9b7e-0d7c8d2f1a11'], guid],
  ['the known id has letters and digits', ['Sk-0Z042/x_yA'], /^[a-z]{1}$|^[A-Z][a-z]-\d[A-Z]\d{3}\/[a-z]_[a-z][A-Z]$/],
  [
    'the known ids are long and hexadecimal',
    ['507f1f77bcf86cd799439011', '607f191e810c19729de860ea'],
    /^[0-9a-f]{24}$/,
  ],
])('an unknown id has the form of the known ones when %s', (_, known, form) => {
  const draw = drawFrom(1, 'test');
  expect(unknownIdLike(known, draw)).toMatch(form);
  expect(unknownIdLike(known, draw)).not.toBe(unknownIdLike(known, draw));
});

test.each<[string, readonly string[], (id: string) => bigint]>([
  ['count up', ['1', '2', '512'], BigInt],
  ['count up behind a word', ['action-7', 'action-512'], (id) => BigInt(id.replace('action-', ''))],
  ['count up with leading zeros', ['SA000511', 'SA000512'], (id) => BigInt(id.replace('SA', ''))],
  ['count up in hexadecimal', ['1fe', '1ff', '200'], (id) => BigInt(`0x${id}`)],
  ['are larger than 32 bits', ['5000000000'], BigInt],
])('an unknown id lies far beyond the largest known one when ids %s', (_, known, number) => {
  const largest = known.map(number).reduce((one, other) => (one > other ? one : other));
  for (let seed = 0; seed < 50; seed++) {
    const guess = number(unknownIdLike(known, drawFrom(seed, 'test')));
    expect(guess - largest).toBeGreaterThan(largest < 1_000_000n ? 100_000n : largest);
  }
});

test('an unknown id keeps the width of zero-padded numbers', () => {
  expect(unknownIdLike(['SA000511', 'SA000512'], drawFrom(1, 'test'))).toMatch(/^SA\d{6}$/);
});

test.each([
  ['have neither letters nor digits', [' ', '--', '№']],
  ['are all letters of the alphabet', [...'abcdefghijklmnopqrstuvwxyz']],
])('an unknown id is longer than the known ones when ids %s', (_, known) => {
  const id = unknownIdLike(known, drawFrom(1, 'test'));
  expect(id).toMatch(new RegExp(`^${known.at(-1) === 'z' ? '[a-z]' : '№'}[0-9a-f]{8}$`));
  expect(known).not.toContain(id);
});
