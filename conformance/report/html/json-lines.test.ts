import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLines } from './json-lines.js';

test('lines have the values as they were sent, and their places', () => {
  const text = '{"a":1.0,"b/~":[{"c":12345678901234567890},{}],"d":"\\u0041 {,","list":[[1]],"a":null}';
  expect(jsonLines(text)).toEqual([
    { text: '{', at: '' },
    { text: '  "a": 1.0,', at: '/a' },
    { text: '  "b/~": [', at: '/b~1~0' },
    { text: '    { "c": 12345678901234567890 },', at: '/b~1~0/0', isWhole: true },
    { text: '    {}', at: '/b~1~0/1', isWhole: true },
    { text: '  ],' },
    { text: '  "d": "\\u0041 {,",', at: '/d' },
    { text: '  "list": [', at: '/list' },
    { text: '    [ 1 ]', at: '/list/0', isWhole: true },
    { text: '  ],' },
    { text: '  "a": null', at: '/a' },
    { text: '}' },
  ]);
});

test('the lines of any JSON are that JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), (value) => {
      const text = JSON.stringify(value);
      const lines = jsonLines(text) ?? [];
      expect(JSON.parse(lines.map((line) => line.text).join('\n'))).toEqual(JSON.parse(text));
    }),
    { numRuns: 60 },
  );
});

test.each(['', 'no', '{"a":}', `${'['.repeat(60)}${']'.repeat(60)}`])('%j has no lines', (text) => {
  expect(jsonLines(text)).toBeUndefined();
});
