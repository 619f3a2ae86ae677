import { expect, test } from 'vitest';
import { JsonSize, jsonLimits } from './json-size.js';

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const { levels, values } = jsonLimits;
const digits = jsonLimits['bytes in a number'];
const characters = jsonLimits['bytes in long strings'];
const spaces = jsonLimits['bytes of white space or control characters in a row'];

test.each([
  ['as many levels as are read', nested(levels), undefined],
  ['one level more', nested(levels + 1), 'levels'],
  ['levels that are never closed', '{"a":'.repeat(levels + 1), 'levels'],
  ['many arrays beside each other', `[${'[],'.repeat(2_000)}0]`, undefined],
  ['brackets and commas in a string', JSON.stringify('["],'.repeat(values)), undefined],
  ['an escaped backslash at the end of a string', `["${'a'.repeat(2_000)}\\\\",${nested(levels)}]`, 'levels'],
  ['a string that never ends', `["${'['.repeat(2_000)}`, undefined],
  ['a string as long as is read', JSON.stringify('9'.repeat(characters - 1)), undefined],
  ['a longer string', JSON.stringify('9'.repeat(characters)), 'bytes in long strings'],
  [
    'long strings that are too much together',
    JSON.stringify(Array(5).fill('9'.repeat(characters / 4))),
    'bytes in long strings',
  ],
  ['short strings of as many bytes', JSON.stringify(Array(200).fill('9'.repeat(50_000))), undefined],
  ['as much space as is read', `[${' '.repeat(spaces)}1]`, undefined],
  ['more space', `[${' '.repeat(spaces + 1)}1]`, 'bytes of white space or control characters in a row'],
  ['zero bytes', '\0'.repeat(spaces + 1), 'bytes of white space or control characters in a row'],
  ['a number of as many bytes as are read', `[1,${'9'.repeat(digits)}]`, undefined],
  ['a longer number', `[1,${'9'.repeat(digits + 1)}]`, 'bytes in a number'],
  ['as many values as are read', `[${'0,'.repeat(values - 1)}0]`, undefined],
  ['more values', `[${'0,'.repeat(values)}0]`, 'values'],
])('%s', (_, text, expected) => {
  const bytes = Buffer.from(text);
  expect(new JsonSize().add(bytes)).toBe(expected);
  const size = new JsonSize();
  const pieces = Array.from({ length: 7 }, (_, index) => {
    const length = Math.ceil(bytes.length / 7);
    return size.add(bytes.subarray(index * length, (index + 1) * length));
  });
  expect(pieces.find((one) => one !== undefined)).toBe(expected);
});
