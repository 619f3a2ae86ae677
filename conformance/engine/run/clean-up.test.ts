import { expect, test } from 'vitest';
import type { Operation } from '../../../generated/requirements.js';
import type { Exchange } from '../evidence/exchange.js';
import { observe } from '../judge/observation.js';
import { collection, exchange } from '../testing.js';
import { leftUnfinished } from './clean-up.js';

const shown = (operation: Operation, id: string, state: string, overrides: Partial<Exchange> = {}) =>
  exchange({ status: operation === 'create' ? 201 : 200, body: { id, status: state } }, { operation, ...overrides });
const cancel = (id: string, status: number) => {
  const url = `${collection}/${id}/cancelSecurityAction`;
  return exchange({ status }, { operation: 'cancel', request: { method: 'POST', url, headers: {} } });
};
const left = (...exchanges: Exchange[]) => [...leftUnfinished(exchanges.map(observe))];
const created = shown('create', '1', 'NotStarted');

test.each<[string, Exchange[], string[]]>([
  ['what was created', [created], ['1']],
  ['what has moved on', [created, shown('update', '1', 'Running')], ['1']],
  ['what is final', [created, shown('update', '1', 'Completed')], []],
  ['what was final when it was created', [shown('create', '1', 'Failed')], []],
  ['what was cancelled', [created, cancel('1', 204)], []],
  ['what could not be cancelled', [created, cancel('1', 500)], ['1']],
  ['what another cancel ended', [created, cancel('12', 204)], ['1']],
  ['what is only read', [shown('get', '1', 'Running')], []],
  ['what another caller made', [shown('create', '1', 'NotStarted', { caller: 'neighbour' })], []],
  ['what has an odd status', [shown('create', '1', 'Odd')], ['1']],
  ['what has an odd id', [shown('create', '\ud800', 'Running'), cancel('x', 204)], ['\ud800']],
])('left unfinished: %s', (_, exchanges, expected) => expect(left(...exchanges)).toEqual(expected));
