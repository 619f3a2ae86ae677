import { expect, test } from 'vitest';
import { exchange } from '../testing.js';
import { replyOf } from './recorded-exchange.js';
import { member } from './reply.js';

const read = (response: object) => {
  const made = exchange({});
  return replyOf(made, { status: 200, headers: new Headers(), body: '', ...response });
};

test('a body is parsed once; an empty one is neither JSON nor a fault', () => {
  expect(read({ body: '{"a":[1]}' })).toMatchObject({ body: { a: [1] }, text: '{"a":[1]}' });
  expect(read({ body: 'null' }).body).toBeNull();
  expect(read({})).toMatchObject({ body: undefined, text: '' });
  expect(read({})).not.toHaveProperty('notJson');
});

test('invalid bytes and a byte order mark do not keep a body from being parsed', () => {
  expect(read({ body: '{"a":"\ufffd"}', notUtf8: true, byteOrderMark: true }).body).toEqual({ a: '\ufffd' });
});

test.each([
  [{ body: '{' }, /JSON/],
  [{ body: '<html>' }, /JSON/],
  [{ body: '{}', cutAt: 2 }, /longer than the limit of 2 bytes/],
  [{ body: '\u0000' }, /JSON/],
])('%j says why it is not JSON', (response, reason) => {
  const reply = read(response);
  expect(reply.body).toBeUndefined();
  expect(reply.notJson).toMatch(reason);
});

test('a member is an own member of an object, and never inherited', () => {
  expect(member({ a: null }, 'a')).toBeNull();
  expect(member(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
  for (const value of [{}, [], 'text', 1, null, undefined]) {
    expect(member(value, 'length')).toBeUndefined();
    expect(member(value, 'constructor')).toBeUndefined();
  }
});
