import { expect, test } from 'vitest';
import { collection, exchange } from '../../testing.js';
import { serverErrorsIn } from './server-errors.js';

const get = (id: string, status = 200) =>
  exchange({ status }, { request: { method: 'GET', url: `${collection}/${id}`, headers: {} } });
const shared = (one: ReturnType<typeof get>[], other: ReturnType<typeof get>[]) => {
  const names = serverErrorsIn(other);
  return serverErrorsIn(one).some((name) => names.includes(name));
};

test('the same request of two attempts has a name in common, also after further reads', () => {
  expect(shared([get('a'), get('b', 500)], [get('c'), get('d', 500)])).toBe(true);
  expect(shared([get('a'), get('b', 500)], [get('c'), get('d'), get('e', 500)])).toBe(true);
  expect(shared([get('a', 500), get('b')], [get('c', 500), get('d'), get('e')])).toBe(true);
});

test('a request of the same kind in another place has none, and neither has overload', () => {
  expect(shared([get('a', 500), get('b')], [get('c'), get('d', 500)])).toBe(false);
  expect(serverErrorsIn([get('a', 503)])).toEqual([]);
});
