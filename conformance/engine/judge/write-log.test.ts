import { expect, test } from 'vitest';
import type { Exchange } from '../evidence/exchange.js';
import { collection, exchange } from '../testing.js';
import { attachExchange } from './judge.js';
import type { Finding } from './violation.js';
import { WriteLog } from './write-log.js';

const update = (number: number, startedAt: number, status = 200): Exchange =>
  exchange(
    { status, body: { id: 'a' } },
    { number, startedAt, operation: 'update', request: { method: 'PATCH', url: `${collection}/a`, headers: {} } },
  );
const create = exchange(
  { status: 201, body: { id: 'a' } },
  { number: 1, operation: 'create', request: { method: 'POST', url: collection, headers: {} } },
);
const get = (startedAt: number, overrides: Partial<Exchange> = {}, status = 200): Exchange =>
  exchange(
    { status, body: { id: 'a' } },
    { number: 9, startedAt, request: { method: 'GET', url: `${collection}/a`, headers: {} }, ...overrides },
  );
const list = exchange(
  { body: { value: [{ id: 'b' }, { id: 'a', name: 'x' }] } },
  { number: 8, startedAt: 50, operation: 'list' },
);

const log = new WriteLog();
log.read([create, update(2, 10), update(3, 20, 400)], 'UPDATE-1: one');

/** The number of the write that a finding about this exchange gets. */
function writeOf(seen: Exchange, at: Finding['at'], input = 'UPDATE-1: one') {
  const finding = attachExchange({ message: 'm', expected: 'e', received: 'r', at }, seen);
  const { write, writeInput } = log.withWrite({ ...finding, input }, input);
  return [write?.number, writeInput];
}

test('a finding about a read has the last write to the action that was sent before it', () => {
  expect(writeOf(get(5), '/name')).toEqual([1, undefined]);
  expect(writeOf(get(15), '/name')).toEqual([2, undefined]);
  expect(writeOf(get(25), '/name')).toEqual([3, undefined]);
});

test('a finding at an element of a list has the write to this element, and the input that sent it', () => {
  expect(writeOf(list, '/value/1/name', 'LIST-14')).toEqual([3, 'UPDATE-1: one']);
  expect(writeOf(list, '/value/0', 'LIST-14')).toEqual([undefined, undefined]);
  expect(attachExchange({ message: 'm', expected: 'e', received: 'r', at: '/value/1/name' }, list)).toMatchObject({
    actionId: 'a',
    element: '{"id":"a","name":"x"}',
  });
});

test('a created action that is gone has the write, and a read that should have been rejected has none', () => {
  expect(writeOf(get(25, {}, 404), 'status')).toEqual([3, undefined]);
  expect(writeOf(get(25, { caller: 'anonymous' }), 'status')).toEqual([undefined, undefined]);
  expect(writeOf(get(25, { defect: 'a wrong option' }), 'status')).toEqual([undefined, undefined]);
  expect(writeOf(get(25), 'header etag')).toEqual([undefined, undefined]);
});

test('the writes to the first and to the last actions of a run are kept', () => {
  const small = new WriteLog({ first: 2, last: 2 });
  const created = (id: string) => ({ ...create, response: exchange({ status: 201, body: { id } }).response });
  const updated = (id: string) => ({
    ...update(2, 10),
    request: { ...update(2, 10).request, url: `${collection}/${id}` },
  });
  small.read(['a', 'b', 'c', 'd', 'e'].map(created), 'CREATE-1');
  small.read(['a', 'e'].map(updated), 'UPDATE-1');
  const kept = ['a', 'b', 'c', 'd', 'e'].map((actionId) => small.before({ exchange: get(25), actionId }).length);
  expect(kept).toEqual([2, 1, 0, 0, 2]);
});

test('a finding about a write has no other write', () => {
  expect(writeOf(update(4, 30), '/name')).toEqual([undefined, undefined]);
});

test('a text at the place of a finding is shown with its type', () => {
  const seen = get(25, { response: exchange({ body: { id: 'a', code: '7' } }).response });
  const finding = { message: '`/code`: expected 7, received 7', expected: '7', received: '7', at: '/code' } as const;
  expect(attachExchange(finding, seen)).toMatchObject({
    message: '`/code`: expected 7, received "7"',
    received: '"7"',
  });
  expect(attachExchange({ ...finding, received: 'nothing' }, seen).received).toBe('nothing');
});

test('the bodies of many large writes are kept up to a limit, and beyond it only their beginning', () => {
  const log = new WriteLog();
  const large = (id: string) =>
    exchange(
      { status: 200, body: { id, text: 'l'.repeat(30_000) } },
      { number: 2, startedAt: 1, request: { method: 'PATCH', url: `${collection}/${id}`, headers: {} } },
    );
  for (let at = 0; at < 600; at++) log.read([large(`a${at}`)], 'x');
  const keptOf = (actionId: string) => {
    const [write] = log.before({ exchange: get(5), actionId });
    return write?.exchange.response?.body.length ?? 0;
  };
  expect(keptOf('a0')).toBeGreaterThan(30_000);
  expect(keptOf('a599')).toBeLessThan(1_100);
});
