import { expect, test } from 'vitest';
import type { Operation } from '../../../../generated/requirements.js';
import type { Exchange } from '../../evidence/exchange.js';
import { observationsOf } from '../../judge/observation.js';
import { collection, exchange } from '../../testing.js';
import { leftUnfinished, noteUnfinished } from './clean-up.js';

const shown = (operation: Operation, id: string, state: string, overrides: Partial<Exchange> = {}) =>
  exchange({ status: operation === 'create' ? 201 : 200, body: { id, status: state } }, { operation, ...overrides });
const cancel = (id: string, status: number) => {
  const url = `${collection}/${id}/cancelSecurityAction`;
  return exchange({ status }, { operation: 'cancel', request: { method: 'POST', url, headers: {} } });
};
const left = (...exchanges: Exchange[]) => [...leftUnfinished(exchanges.map(observationsOf)).keys()];
const emptyCreate = (id: string) =>
  exchange({ status: 204, headers: new Headers({ location: `${collection}/${id}` }) }, { operation: 'create' });
const created = shown('create', '1', 'NotStarted');

test.each<[string, Exchange[], string[]]>([
  ['created', [created], ['1']],
  ['moved on', [created, shown('update', '1', 'Running')], ['1']],
  ['finished', [created, shown('update', '1', 'Completed')], []],
  ['finished when created', [shown('create', '1', 'Failed')], []],
  ['cancelled', [created, cancel('1', 204)], []],
  ['cancel failed', [created, cancel('1', 500)], ['1']],
  ['another action cancelled', [created, cancel('12', 204)], ['1']],
  ['read, not created', [shown('get', '1', 'Running')], []],
  ['created by another identity', [shown('create', '1', 'NotStarted', { caller: 'neighbour' })], ['1']],
  ['created, and only located', [emptyCreate('7')], ['7']],
  ['unknown status', [shown('create', '1', 'Odd')], ['1']],
  ['an id that no URL can carry', [shown('create', '\ud800', 'Running'), cancel('x', 204)], ['\ud800']],
])('actions left unfinished: %s', (_, exchanges, expected) => expect(left(...exchanges)).toEqual(expected));

test.each<[string, Exchange, boolean]>([
  ['a get shows its end', shown('get', '1', 'Completed'), false],
  ['a get shows it unfinished', shown('get', '1', 'Running'), true],
  [
    'a list shows its end',
    exchange({ status: 200, body: { value: [{ id: '1', status: 'Completed' }] } }, { operation: 'list' }),
    true,
  ],
  ['a cancel succeeded', cancel('1', 204), false],
  ['a cancel was rejected', cancel('1', 403), true],
])('what another world shows of an unfinished action: %s', (_, seen, isLeft) => {
  const unfinished = new Map([['1', 'writer' as const]]);
  noteUnfinished(unfinished, [observationsOf(seen)]);
  expect(unfinished.has('1')).toBe(isLeft);
});
