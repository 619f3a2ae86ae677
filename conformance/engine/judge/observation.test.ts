import { expect, test } from 'vitest';
import type { Operation } from '../../../generated/requirements.js';
import type { Exchange } from '../evidence/exchange.js';
import { collection, exchange, url } from '../testing.js';
import { inOrder, observationsOf, timelines } from './observation.js';

const ids = (of: Exchange) => observationsOf(of).actions.map(({ action, at }) => `${at}#${action.id}`);
const seen = (operation: Operation | undefined, status: number, body: unknown) =>
  exchange({ status, body }, { operation });
const action = { id: '1' };

test.each<[Operation | undefined, number, boolean]>([
  ['create', 201, true],
  ['create', 200, true],
  ['create', 202, false],
  ['get', 200, true],
  ['get', 206, true],
  ['get', 404, false],
  ['update', 200, true],
  ['update', 204, false],
  ['cancel', 200, false],
  [undefined, 200, false],
])('a %s response with %i shows an action: %s', (operation, status, shows) => {
  expect(ids(seen(operation, status, action))).toEqual(shows ? ['#1'] : []);
});

test.each([[[]], [null], ['1'], [{}], [{ id: '' }], [{ id: null }], [undefined]])('%j is not an action', (body) => {
  expect(ids(seen('get', 200, body))).toEqual([]);
});

test('an action whose id is a number is an action: RESOURCE-1 judges its id', () => {
  expect(ids(seen('get', 200, { id: 1 }))).toEqual(['#1']);
});

test('the elements of a list are actions with their pointers', () => {
  const list = seen('list', 200, { value: [action, null, { id: '2' }, {}] });
  expect(ids(list)).toEqual(['/value/0#1', '/value/2#2']);
  expect(observationsOf(list).collection?.elements).toHaveLength(4);
});

test('a page without an array has no elements, and a text or null is not a page', () => {
  expect(observationsOf(seen('list', 200, { value: 'x' })).collection?.elements).toEqual([]);
  expect(observationsOf(seen('list', 200, {})).collection?.elements).toEqual([]);
  for (const body of ['text', null]) expect(observationsOf(seen('list', 200, body)).collection).toBeUndefined();
  expect(observationsOf(seen('list', 400, { value: [action] })).collection).toBeUndefined();
});

test('the elements of a bare array and of wrapped elements have the pointers where they are', () => {
  expect(ids(seen('list', 200, [action]))).toEqual(['/0#1']);
  expect(ids(seen('list', 200, { results: [{ item: action }] }))).toEqual(['/results/0/item#1']);
});

test('a response with 400 or above is an error', () => {
  expect(observationsOf(seen('get', 399, {})).error).toBeUndefined();
  expect(observationsOf(seen('get', 400, {})).error).toBeDefined();
  expect(observationsOf(seen(undefined, 501, {})).error).toBeDefined();
});

test('an exchange without a response or outside the API has no observations', () => {
  expect(observationsOf({ ...exchange({}), response: undefined })).toEqual({ actions: [] });
  const request = { method: 'GET', url: `${url}/security/nonsense`, headers: {} };
  expect(observationsOf(exchange({ status: 404 }, { request }))).toEqual({ actions: [] });
});

test('selected properties come from the request or from the first page', () => {
  const request = { method: 'GET', url: `${collection}?$select=id, name`, headers: {} };
  expect(observationsOf(exchange({ body: action }, { request })).actions[0]?.selected).toEqual(['id', 'name']);
  const later = exchange({ body: { value: [action] } }, { operation: 'list', select: 'status' });
  expect(observationsOf(later).actions[0]?.selected).toEqual(['status']);
  expect(observationsOf(later).collection?.selected).toEqual(['status']);
  expect(observationsOf(exchange({ body: action })).actions[0]?.selected).toBeUndefined();
});

const shown = (id: string, startedAt: number, endedAt: number) =>
  observationsOf(
    exchange(
      { body: { id } },
      { startedAt, endedAt, request: { method: 'GET', url: `${collection}/${id}`, headers: {} } },
    ),
  ).actions;

test('a timeline has one action in the order of its responses', () => {
  const seen = [shown('1', 0, 9), shown('2', 1, 2), shown('1', 3, 5)].flat();
  const times = timelines([], seen).map(({ shown }) =>
    shown.map(({ action: { id }, exchange: { endedAt } }) => `${id}@${endedAt}`),
  );
  expect(times).toEqual([['1@5', '1@9'], ['2@2']]);
});

test('a timeline has the create of its action and every request with its id, whatever the response was', () => {
  const made = exchange(
    { body: { id: '1' }, status: 201 },
    { operation: 'create', request: { method: 'POST', url: collection, headers: {} } },
  );
  const [rejected, other] = ['1', '2'].map((id) =>
    exchange(
      { status: 400 },
      { operation: 'update', request: { method: 'PATCH', url: `${collection}/${id}`, headers: {} } },
    ),
  );
  const all = [made, rejected, other].flatMap((one) => one ?? []);
  const [timeline] = timelines(
    all,
    all.flatMap((one) => observationsOf(one).actions),
  );
  expect(timeline?.requests).toEqual([made, rejected]);
});

test('the id that was asked for identifies an action, whatever the response shows', () => {
  const other = observationsOf(exchange({ body: { id: '2' } })).actions;
  expect(timelines([], [...shown('1', 0, 1), ...other]).map((one) => one.shown.length)).toEqual([2]);
});

test('two observations are in order only when the first ended before the second began', () => {
  const seen = [shown('1', 0, 4), shown('1', 1, 5), shown('1', 5, 8), shown('1', 8, 9)].flat();
  const pairs = [...inOrder(seen)].map((pair) => pair.map(({ exchange: { startedAt } }) => startedAt).join('<'));
  expect(pairs).toEqual(['0<5', '1<5', '5<8']);
});

test('a create that names an action in Location only is a request of that action', () => {
  const headers = new Headers({ location: `${collection}/1` });
  const create = exchange({ status: 204, headers }, { operation: 'create' });
  const [timeline] = timelines([create, seen('get', 200, action)], observationsOf(seen('get', 200, action)).actions);
  expect(timeline?.requests).toContain(create);
});
