import { expect, test } from 'vitest';
import type { Exchange } from '../evidence/exchange.js';
import { collection, exchange } from '../testing.js';
import { Cache } from './cache.js';

const get = (id: number): Exchange =>
  exchange(
    { body: {}, headers: new Headers({ 'request-id': `id ${id}` }) },
    { number: id, request: { method: 'GET', url: `${collection}/${id}`, headers: {} } },
  );

/** Whether the last response, which has the request-id of an earlier one to the same URL, is seen to come from a cache. */
function isSeen(ids: readonly number[]): boolean {
  const cache = new Cache();
  cache.read(ids.map(get), 'GET-1');
  return cache.explanation() !== undefined;
}

test('a repeated response is seen among the last 5,000, and the ids of a long run do not fill the memory', () => {
  const many = Array.from({ length: 10_001 }, (_, id) => id);
  expect(isSeen(many)).toBe(false);
  expect(isSeen([...many, 5_001])).toBe(true);
  expect(isSeen([...many, 0])).toBe(false);
});
