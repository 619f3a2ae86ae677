import { expect, test } from 'vitest';
import { repeatedName, surrogateHalf } from './_strict-json.js';

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['[{"a":{"b":[1,{"c":1,"c":1}]}}]', 'c'],
  ['{"a":["x","y"],"b":{},"a":null}', 'a'],
  ['{"":1,"":2}', ''],
])('%s has a repeated name', (json, name) => expect(repeatedName(json)).toBe(name));

test.each(['{"a":"a","b":["a","a"],"c":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"{\\"a\\":1,","b":"a"}', '"a"', 'null'])(
  'the names in %s are unique',
  (json) => expect(repeatedName(json)).toBeUndefined(),
);

test('half of a surrogate pair is found in names and values, and a whole pair is not', () => {
  expect(surrogateHalf('{"a":"x\\ud83d y"}')).toBe('x\ud83d');
  expect(surrogateHalf('{"\\udC00":1}')).toBe('\udc00');
  expect(surrogateHalf('["\\ud83d\\udee1","\\\\ud83d","🛡"]')).toBeUndefined();
});

test('a string of several megabytes is scanned', () => {
  const long = JSON.stringify({ a: '\\"x'.repeat(1_000_000), b: '\\ud83d' });
  expect(repeatedName(long)).toBeUndefined();
  expect(surrogateHalf(long)).toBeUndefined();
});
