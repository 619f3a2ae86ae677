import { expect, test } from 'vitest';
import { exceeded, jsonLimits } from './json-size.js';

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const { levels, values } = jsonLimits;

test.each([
  ['as many levels as are read', nested(levels), undefined],
  ['one level more', nested(levels + 1), 'levels'],
  ['levels that are never closed', '{"a":'.repeat(levels + 1), 'levels'],
  ['many arrays beside each other', `[${'[],'.repeat(2_000)}0]`, undefined],
  ['brackets and commas in a string', JSON.stringify('["],'.repeat(values)), undefined],
  ['an escaped backslash at the end of a string', `["${'a'.repeat(2_000)}\\\\",${nested(levels)}]`, 'levels'],
  ['a string that never ends', `["${'['.repeat(2_000)}`, undefined],
  ['as many values as are read', `[${'0,'.repeat(values - 1)}0]`, undefined],
  ['more values', `[${'0,'.repeat(values)}0]`, 'values'],
])('%s', (_, text, expected) => expect(exceeded(text)).toBe(expected));
