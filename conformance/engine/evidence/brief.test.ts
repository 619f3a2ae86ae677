import { expect, test } from 'vitest';
import { brief } from './brief.js';

test('short values stay as they are, and long texts are equal only if they were', () => {
  const value = { id: '1', states: [{ status: 'Running', n: 1, none: null }] };
  expect(brief(value)).toStrictEqual(value);
  const long = (end: string) => brief({ states: [{ text: `${'x'.repeat(100_000)}${end}` }] });
  expect(JSON.stringify(long('a')).length).toBeLessThan(300);
  expect(long('a')).toStrictEqual(long('a'));
  expect(long('a')).not.toStrictEqual(long('b'));
});
