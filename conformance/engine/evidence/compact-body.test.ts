import { expect, test, vi } from 'vitest';
import { compactBodyOf, withCompactBody, withHeaders } from './compact-body.js';
import { headerFields } from './header-fields.js';
import { parsedBody } from './reply.js';

const response = (body: string) => ({ status: 200, headers: headerFields([]), body });
const large = (text: string) => JSON.stringify({ text: text.repeat(1_000_000) });

test('a small body is kept as it is', () => {
  const small = response('{"id":"1"}');
  expect(withCompactBody(small)).toBe(small);
  expect(compactBodyOf(small)).toBeUndefined();
});

test('a large body, its copies and its value are the same before and after it was compressed', () => {
  const text = large('é\u{1F600}');
  const first = withCompactBody(response(text));
  const value = parsedBody(first).body;
  const renamed = withHeaders(first, headerFields([['x-a', 'b']]));
  const parse = vi.fn(() => 'parsed');
  const other = withCompactBody(response(large('a')));
  // Enough that the first is compressed.
  const others = Array.from({ length: 6 }, (_, index) => withCompactBody(response(large(String(index)))));
  compactBodyOf(other)?.parsed(parse);
  for (const one of others) expect(one.body.length).toBeGreaterThan(1_000_000);
  compactBodyOf(other)?.parsed(parse);
  expect(parse, 'the value was dropped with the text').toHaveBeenCalledTimes(2);
  expect(first.body).toBe(text);
  expect(parsedBody(first).body).toStrictEqual(value);
  expect({ ...first }.body).toBe(text);
  expect(JSON.parse(JSON.stringify(first)).body).toBe(text);
  expect(renamed.headers.get('x-a')).toBe('b');
  expect(compactBodyOf(renamed), 'one body for both').toBe(compactBodyOf(first));
});

test('the value of a body that was read last is parsed once', () => {
  const parse = vi.fn(() => ({}));
  const body = compactBodyOf(withCompactBody(response(large('b'))));
  expect(body?.parsed(parse)).toBe(body?.parsed(parse));
  expect(parse).toHaveBeenCalledOnce();
});
