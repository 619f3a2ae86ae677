import { expect, test } from 'vitest';
import { isTooDeep, mostLevels } from './json-depth.js';

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

test.each([
  ['as many levels as are read', nested(mostLevels), false],
  ['one level more', nested(mostLevels + 1), true],
  ['levels that are never closed', '{"a":'.repeat(mostLevels + 1), true],
  ['many arrays beside each other', `[${'[],'.repeat(2_000)}0]`, false],
  ['brackets in a string', JSON.stringify('["'.repeat(2_000)), false],
])('%s', (_, text, expected) => expect(isTooDeep(text)).toBe(expected));
