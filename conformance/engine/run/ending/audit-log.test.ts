import { expect, test } from 'vitest';
import type { Exchange } from '../../evidence/exchange.js';
import { observationsOf } from '../../judge/observation.js';
import { collection, exchange } from '../../testing.js';
import { AuditLog } from './audit-log.js';

const shown = (actionReason: string) => ({ id: 'a', status: 'NotStarted', actionReason });
const read = (log: AuditLog, ...exchanges: readonly Exchange[]) => log.read(exchanges, exchanges.map(observationsOf));

const create = exchange({ status: 201, body: shown('x') }, { operation: 'create', startedAt: 0, endedAt: 10 });
const patch = (status: number) =>
  exchange(
    { status, body: status === 200 ? shown('y') : {} },
    {
      operation: 'update',
      request: { method: 'PATCH', url: `${collection}/a`, headers: {} },
      startedAt: 20,
      endedAt: 30,
    },
  );
const get = exchange(
  { body: shown('y') },
  { request: { method: 'GET', url: `${collection}/a`, headers: {} }, startedAt: 40, endedAt: 50 },
);

test('a write that is read before the create makes what the create showed outdated', () => {
  const log = new AuditLog();
  read(log, patch(200));
  read(log, create);
  expect(log.actions).toMatchObject([{ id: 'a', isCurrent: false, writtenAt: 30 }]);
  read(log, get);
  expect(log.actions).toMatchObject([{ shown: { actionReason: 'y' }, isCurrent: true }]);
});

test('a rejected write that is read before the create changes nothing', () => {
  const log = new AuditLog();
  read(log, patch(400));
  read(log, create);
  expect(log.actions).toMatchObject([{ isCurrent: true, writtenAt: 10 }]);
});

test('what a create names in Location is known once a get shows it', () => {
  const log = new AuditLog();
  const headers = new Headers({ location: `${collection}/a` });
  read(log, exchange({ status: 204, body: undefined, headers }, { operation: 'create', startedAt: 0, endedAt: 10 }));
  expect(log.actions).toEqual([]);
  read(log, get);
  expect(log.actions).toMatchObject([{ id: 'a', shown: { actionReason: 'y' }, writtenAt: 10, isCurrent: true }]);
});

const createWith = (body: object) =>
  exchange(
    { status: 201, body: shown('x') },
    { operation: 'create', request: { method: 'POST', url: collection, headers: {}, body: JSON.stringify(body) } },
  );

test.each([
  ['another body', { parameters: [], clientContext: 'b' }, 1],
  ['the same body', { parameters: [], clientContext: 'a' }, 0],
  ['the same clientContext', { parameters: [], name: 'x', clientContext: 'a' }, 0],
  ['the same properties and one that clients cannot write', { parameters: [], appId: 'b', status: 'NotStarted' }, 0],
  ['an id of its own', { parameters: [], clientContext: 'b', id: 'a' }, 0],
])('a create with %s that returns an id again counts %# times as expected', (_, body, times) => {
  const log = new AuditLog();
  read(log, createWith({ parameters: [], ...('appId' in body ? {} : { clientContext: 'a' }) }), createWith(body));
  expect(log.repeatedIds?.times ?? 0).toBe(times);
});

test.each(['DELETE', 'PUT'])('nothing is known of an action after a rejected %s', (method) => {
  const log = new AuditLog();
  const request = { method, url: `${collection}/a`, headers: {} };
  read(log, create, exchange({ status: 405 }, { request, startedAt: 20, endedAt: 30 }));
  expect(log.actions).toEqual([]);
});
