import { expect, test } from 'vitest';
import { applyEdit, type EditOperation } from './json-patch.js';

test.each<[string, unknown, EditOperation, unknown]>([
  ['adds a member', { a: 1 }, { op: 'add', path: '/b', value: null }, { a: 1, b: null }],
  ['adds over a member', { a: 1 }, { op: 'add', path: '/a', value: 2 }, { a: 2 }],
  ['inserts an element', [1, 3], { op: 'add', path: '/1', value: 2 }, [1, 2, 3]],
  ['inserts at the end by index', [1], { op: 'add', path: '/1', value: 2 }, [1, 2]],
  ['appends an element', { a: [1] }, { op: 'add', path: '/a/-', value: 2 }, { a: [1, 2] }],
  ['replaces a member', { a: { b: 1 } }, { op: 'replace', path: '/a/b', value: [] }, { a: { b: [] } }],
  ['replaces an element', [1, 2], { op: 'replace', path: '/0', value: 'x' }, ['x', 2]],
  ['replaces null', { a: null }, { op: 'replace', path: '/a', value: 1 }, { a: 1 }],
  ['replaces the whole', { a: 1 }, { op: 'replace', path: '', value: [] }, []],
  ['removes a member', { a: 1, b: 2 }, { op: 'remove', path: '/a' }, { b: 2 }],
  ['removes an element', [1, 2, 3], { op: 'remove', path: '/1' }, [1, 3]],
  ['reads ~1 as a slash', { 'a/b': 1 }, { op: 'remove', path: '/a~1b' }, {}],
  ['reads ~0 as a tilde', { 'a~b': 1 }, { op: 'remove', path: '/a~0b' }, {}],
  ['reads ~01 as a tilde and a one', { '~1': 1 }, { op: 'remove', path: '/~01' }, {}],
  ['finds a member with an empty name', { '': 1 }, { op: 'replace', path: '/', value: 2 }, { '': 2 }],
  ['finds a member named like an index', { 0: 'a' }, { op: 'remove', path: '/0' }, {}],
])('%s', (_, value, operation, expected) => {
  expect(applyEdit(value, [operation])).toEqual(expected);
});

test.each<[string, unknown, EditOperation, string]>([
  [
    'a missing member to replace',
    { a: 1 },
    { op: 'replace', path: '/b', value: 1 },
    'a member "b", received members ["a"]',
  ],
  ['a missing member to remove', {}, { op: 'remove', path: '/toString' }, 'a member "toString"'],
  ['a missing parent', {}, { op: 'add', path: '/a/b', value: 1 }, 'a member "a"'],
  [
    'a scalar on the way',
    { a: 'x' },
    { op: 'add', path: '/a/b', value: 1 },
    'an object or array on the way, received "x"',
  ],
  ['an index beyond the end', [1], { op: 'add', path: '/2', value: 1 }, 'an index from 0 to 1, received "2"'],
  ['an index with a leading zero', [1, 2], { op: 'remove', path: '/01' }, 'received "01"'],
  ['the end as a place to replace', [1], { op: 'replace', path: '/-', value: 1 }, 'received "-"'],
  ['a pointer without a slash', {}, { op: 'add', path: 'a', value: 1 }, 'a JSON pointer'],
  ['a bare tilde', { '~': 1 }, { op: 'remove', path: '/~' }, 'a JSON pointer'],
  ['the whole value to remove', {}, { op: 'remove', path: '' }, 'the whole value'],
])('%s is an error', (_, value, operation, message) => {
  expect(() => applyEdit(value, [operation])).toThrow(message);
});

test('applies operations in order', () => {
  const edit: EditOperation[] = [
    { op: 'add', path: '/a', value: [] },
    { op: 'add', path: '/a/-', value: 1 },
    { op: 'add', path: '/a/0', value: 0 },
  ];
  expect(applyEdit({}, edit)).toEqual({ a: [0, 1] });
});

test('leaves its arguments alone and shares nothing with them', () => {
  const value = Object.freeze({ list: Object.freeze([Object.freeze({ a: 1 })]) });
  const inserted = { b: 1 };
  const after = applyEdit(value, [{ op: 'add', path: '/list/-', value: inserted }]) as { list: { b?: number }[] };
  expect(value).toEqual({ list: [{ a: 1 }] });
  for (const element of after.list) element.b = 2;
  expect(inserted).toEqual({ b: 1 });
  expect(value.list[0]).toEqual({ a: 1 });
});

test('sets a member called __proto__ without touching a prototype', () => {
  const after = applyEdit({}, [{ op: 'add', path: '/__proto__', value: { polluted: true } }]) as object;
  expect(Object.hasOwn(after, '__proto__')).toBe(true);
  expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
});
